"""The reply to the deputy 答复, and what it promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.base.refusals import BadInput
from guantong.matters.services import lock_matters, perform
from guantong.notifications.notices import Notice
from guantong.suggestions.models import ReplyCategory, Suggestion
from guantong.suggestions.services.seeing import home_of

MUST_PROMISE = (ReplyCategory.IN_PROGRESS, ReplyCategory.PLANNED)
"""Categories that say something will still be done: what, and by when, belongs to the reply."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a unit answers. `number` is its own letter's; a promise has its text and its day, or neither."""

    text: str
    category: ReplyCategory
    number: str = ""
    promise: str = ""
    promised_by: date | None = None


@transaction.atomic
def reply_to_suggestion(
    *, suggestion: Suggestion, reply: Reply, actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Answer the deputy, whose move it is then.

    Raises NotAllowed before the deputy was heard or a co-unit gave its opinion, BadInput for a promise that does not
    fit the category, and what perform raises.
    """
    _check_promise(reply)
    held = lock_matters(suggestion)[0]
    home = home_of(held.lead)
    return perform(
        matter=held,
        transition="reply",
        actor=actor,
        seen_version=seen_version,
        changes={**_answered(held, reply), **_answered_by(actor), "holder": home},
        tell=[Notice(home.pk, _("代表建议已有答复，请代表评价。"))] if home else (),
    )


def _answered(held: Suggestion, reply: Reply) -> dict[str, Any]:
    at = now()
    promise = reply.promise.strip()
    return {
        "reply": reply.text.strip(),
        "reply_number": reply.number.strip(),
        "reply_category": reply.category,
        "first_replied_at": held.first_replied_at or at,
        "replied_at": at,
        "promise": promise,
        "promised_by": reply.promised_by if promise else None,
        "promised_at": at if promise else None,
    }


def _answered_by(actor: Actor) -> dict[str, Any]:
    return {"replied_by_id": actor.person_id, "replied_for_id": actor.organisation_id}


def _check_promise(reply: Reply) -> None:
    text, day = bool(reply.promise.strip()), reply.promised_by
    wrong = {}
    if reply.category == ReplyCategory.RESOLVED and (text or day):
        wrong["promise"] = _("已经解决的不再写承诺；还有未完成的，请改选其他类别。")
    if reply.category in MUST_PROMISE and not text:
        wrong["promise"] = _("正在解决或列入计划的，请写明承诺做什么。")
    if (text or reply.category in MUST_PROMISE) and day is None:
        wrong["promised_by"] = _("请写明承诺在哪一天前完成。")
    if day is not None and day <= today():
        wrong["promised_by"] = _("承诺的日期应当在今天之后。")
    if day is not None and not text:
        wrong.setdefault("promise", _("请写明承诺做什么。"))
    if wrong:
        raise BadInput(wrong)
