"""The form of every move of an activity and of a practical deed, each leading to its service."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.base.now import CHINA, now
from guantong.deputies import services
from guantong.deputies.forms.fields import line, lines, moment, number
from guantong.deputies.models import Deputy
from guantong.deputies.selectors import expected_at
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter

MOST_PERSON_TIMES = 200


def here_and_now() -> Any:
    """This minute in China, as a form begins with it."""
    return now().astimezone(CHINA).replace(second=0, microsecond=0)


class Hold(MoveForm):
    """That an activity took place, when, and which deputies came."""

    held_at = moment(_("举办时间"))
    deputies = forms.ModelMultipleChoiceField(
        label=_("到场代表"),
        queryset=Deputy.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("勾选实际到场的代表；每人计一人次。"),
        error_messages={"invalid_choice": _("请从列表中选择。"), "invalid_pk_value": _("请从列表中选择。")},
    )
    notes = lines(_("活动情况"), 2000, required=False)

    def arrange(self) -> None:
        self.initial.setdefault("held_at", here_and_now())
        expected = [deputy.pk for deputy in expected_at(self.matter)]
        field: Any = self.fields["deputies"]
        field.queryset = Deputy.objects.filter(pk__in=expected)
        self.initial.setdefault("deputies", list(self.matter.deputies.values_list("pk", flat=True)))

    def act(self) -> Matter:
        return services.hold_activity(
            activity=self.matter,
            held_at=self.cleaned_data["held_at"],
            notes=self.cleaned_data["notes"],
            deputies=list(self.cleaned_data["deputies"]),
            actor=self.actor,
            seen_version=self.seen_version,
        )


class Cancel(MoveForm):
    """Calling an activity off."""

    grave = True
    reason = lines(_("取消原因"), 500, rows=3)

    def act(self) -> Matter:
        return services.cancel_activity(
            activity=self.matter,
            reason=self.cleaned_data["reason"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class LogVisit(MoveForm):
    """One visit made in the course of an activity."""

    household = line(_("走访对象"), 60, help_text=_("写联络站名册上的称呼，例如“三组第5户”，不要写村民姓名。"))
    person_times = number(_("人次"), 1, MOST_PERSON_TIMES, help_text=_("这次与几个人谈过，就是几人次。"))
    visited_at = moment(_("走访时间"))
    deputy = forms.ModelChoiceField(
        label=_("走访代表"),
        queryset=Deputy.objects.none(),
        required=False,
        empty_label=_("不指定"),
        error_messages={"invalid_choice": _("请从列表中选择。")},
    )
    notes = lines(_("走访情况"), 500, required=False, rows=3)

    def arrange(self) -> None:
        self.initial.setdefault("visited_at", self.matter.held_at or here_and_now())
        expected = [deputy.pk for deputy in expected_at(self.matter)]
        field: Any = self.fields["deputy"]
        field.queryset = Deputy.objects.filter(pk__in=expected)

    def act(self) -> Matter:
        data = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return services.log_visit(activity=self.matter, actor=self.actor, **data).activity


class Do(MoveForm):
    """That a deed is done."""

    done_at = moment(_("办成时间"))
    notes = lines(_("办成情况"), 1000, required=False)

    def arrange(self) -> None:
        self.initial.setdefault("done_at", here_and_now())

    def act(self) -> Matter:
        return services.do_deed(
            deed=self.matter,
            done_at=self.cleaned_data["done_at"],
            notes=self.cleaned_data["notes"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class Check(MoveForm):
    """Bearing a deed out."""

    def act(self) -> Matter:
        return services.check_deed(deed=self.matter, actor=self.actor, seen_version=self.seen_version)


class Dispute(MoveForm):
    """Sending a deed back that is not done."""

    reason = lines(_("未通过的原因"), 500, rows=3, help_text=_("退回后不再计入办成件数，办好后可以重新登记。"))

    def act(self) -> Matter:
        return services.dispute_deed(
            deed=self.matter, reason=self.cleaned_data["reason"], actor=self.actor, seen_version=self.seen_version
        )


class Drop(MoveForm):
    """Giving a deed up."""

    grave = True
    reason = lines(_("终止原因"), 500, rows=3)

    def act(self) -> Matter:
        return services.drop_deed(
            deed=self.matter, reason=self.cleaned_data["reason"], actor=self.actor, seen_version=self.seen_version
        )


ACTIVITY_FORMS = {"hold": Hold, "cancel": Cancel, "log_visit": LogVisit}
DEED_FORMS = {"do": Do, "check": Check, "dispute": Dispute, "drop": Drop}
