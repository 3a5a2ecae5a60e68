"""The entries of the desk's navigation, by role."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.accounts.permissions import admitted
from guantong.notifications.reading import unread_count


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: where it leads and what it is called; whoever may open it sees it."""

    url_name: str
    label: str | Promise


PLACES = (
    Place("desk:worklist", _("待办事项")),
    Place("desk:inbox", _("消息")),
    Place("desk:record", _("代为登记")),
    Place("desk:activities", _("履职活动")),
    Place("suggestions:list", _("代表建议")),
    Place("desk:funds", _("专项资金")),
    Place("desk:topics", _("监督选题")),
    Place("desk:deliberation-opinions", _("审议意见")),
    Place("desk:problems", _("问题清单")),
    Place("desk:deeds", _("办实事")),
    Place("desk:stations", _("联络站")),
    Place("desk:links", _("双联系")),
    Place("desk:tasks", _("任务清单")),
    Place("desk:duty", _("履职档案")),
    Place("desk:duty-reports", _("代表述职")),
    Place("desk:appraisals", _("评分考评")),
    Place("desk:ballots", _("表决")),
    Place("desk:codes", _("二维码")),
    Place("figures:home", _("数字与报告")),
    Place("desk:procedures", _("办理程序")),
    Place("desk:rules", _("办理时限")),
    Place("desk:ledger", _("台账封存")),
    Place("desk:security", _("岗位与登录")),
    Place("desk:system", _("系统状态")),
)


@cache
def _address(url_name: str) -> str:
    """Where an entry leads; empty while its page does not exist."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


@lru_cache(maxsize=100)
def _entries(role: str, language: str) -> tuple[tuple[str, str, str], ...]:
    """URL name, label and address of what a role can open."""
    open_to = (place for place in PLACES if admitted(role, place.url_name))
    return tuple((p.url_name, str(p.label), address) for p in open_to if (address := _address(p.url_name)))


def navigation(actor: Actor, current: str) -> list[dict[str, object]]:
    """What this actor can open, with the number of unread messages."""
    return [
        {
            "label": label,
            "url": url,
            "current": url_name == current,
            "count": unread_count(actor) if url_name == "desk:inbox" else 0,
        }
        for url_name, label, url in _entries(actor.role, get_language() or "")
    ]
