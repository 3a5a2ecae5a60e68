"""What congress staff do with what was submitted: accept, return, merge, note that it was a motion."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput
from guantong.matters.models import LinkKind
from guantong.matters.registry import kind_of
from guantong.matters.services import link_matters, lock_matters, next_number, perform
from guantong.suggestions.models import Suggestion
from guantong.suggestions.services.seeing import home_of, let_see

OPEN_TO_MERGE = ("submitted", "accepted", "handling", "rehandling")
"""States of a suggestion into which another may go: nobody has answered it yet."""


@transaction.atomic
def accept_suggestion(
    *, suggestion: Suggestion, actor: Actor, reason: str = "", seen_version: int | None = None
) -> Suggestion:
    """Let a suggestion pass and give it its official number. Raises what perform raises."""
    number = suggestion.number or next_number(
        region=suggestion.region, series=kind_of(suggestion).series, year=suggestion.year
    )
    return perform(
        matter=suggestion,
        transition="accept",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"number": number},
    )


def return_for_rewriting(
    *, suggestion: Suggestion, reason: str, actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Give a suggestion that is not specific enough back to its deputies; it counts as received no more."""
    return perform(
        matter=suggestion,
        transition="return_for_rewriting",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"submitted_at": None, "holder": home_of(suggestion.lead)},
    )


@transaction.atomic
def merge_suggestion(
    *,
    suggestion: Suggestion,
    target: Suggestion,
    actor: Actor,
    reason: str = "",
    seen_version: int | None = None,
) -> Suggestion:
    """Merge a suggestion into the one that goes on; its lead deputy follows that one from now on.

    Raises BadInput for another county's, for itself, for a draft and for one that was answered or ended.
    """
    goes_on = lock_matters(suggestion, target)[1]
    if goes_on.pk == suggestion.pk or goes_on.region_id != suggestion.region_id or goes_on.state not in OPEN_TO_MERGE:
        raise BadInput({"target": _("请选择本县另一件还没有答复的建议。")})
    held = perform(
        matter=suggestion,
        transition="merge",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        given={"target": goes_on},
        data={"target": str(goes_on.pk)},
    )
    link_matters(source=held, target=goes_on, kind=LinkKind.MERGED_INTO)
    let_see(goes_on, [home_of(held.lead)])
    return held


def convert_motion(*, suggestion: Suggestion, reason: str, actor: Actor, seen_version: int | None = None) -> Suggestion:
    """Note that it was put as a motion 议案 and became a suggestion, and by whose decision."""
    return perform(
        matter=suggestion,
        transition="convert",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"from_motion": True},
    )
