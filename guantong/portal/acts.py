"""What whoever asked may do: confirm and rate, have it handled again, take it back, delete their contact data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guantong.opinions.models import Opinion
from guantong.opinions.services import confirm_opinion, erase_contact, reopen_opinion, withdraw_opinion
from guantong.portal.follow_forms import ConfirmForm, EraseForm, ReopenForm, WithdrawForm

Given = Mapping[str, Any]
Words = str | Promise


@dataclass(frozen=True, slots=True)
class Act:
    """One act: `code` in its address, the transition that it makes, its form, and its words."""

    code: str
    transition: str
    form: type[forms.Form]
    title: Words
    lead: Words
    done: Words
    run: Callable[[Opinion, Given], object]
    grave: bool = False


def _confirm(opinion: Opinion, given: Given) -> object:
    """A rating sent again as it stands changes nothing, and writes nothing."""
    before = (opinion.rated_process, opinion.rated_result)
    same = opinion.confirmed_at and before == (given["rated_process"], given["rated_result"])
    return opinion if same and not given["reason"] else confirm_opinion(opinion=opinion, **given)


ACTS = (
    Act(
        "confirm",
        "confirm",
        ConfirmForm,
        _("确认并评价"),
        _("办理过程和办理结果分开评价。您的评价会计入公开的满意率，但不公开您是谁。"),
        _("谢谢，您的评价已经记下。"),
        _confirm,
    ),
    Act(
        "reopen",
        "reopen",
        ReopenForm,
        _("要求重新办理"),
        _("问题没有解决，可以要求重新办理。原来的答复会留在记录里。"),
        _("已经转回重新办理。"),
        lambda opinion, given: reopen_opinion(opinion=opinion, **given),
    ),
    Act(
        "withdraw",
        "withdraw",
        WithdrawForm,
        _("撤回意见"),
        _("还没有交给承办单位，可以撤回。撤回后不能恢复，要再反映请重新提交。"),
        _("意见已经撤回。"),
        lambda opinion, given: withdraw_opinion(opinion=opinion, **given),
        grave=True,
    ),
    Act(
        "erase",
        "erase_contact",
        EraseForm,
        _("删除联系方式"),
        _("删除您留下的称呼和电话。意见照常办理，进展可以继续凭回执查询，但我们不能再打电话给您。"),
        _("称呼和电话已经删除。"),
        lambda opinion, given: erase_contact(opinion=opinion),
        grave=True,
    ),
)
BY_CODE = {act.code: act for act in ACTS}
