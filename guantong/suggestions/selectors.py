"""Reading suggestions as somebody may see them, and a county's letters for replies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.deputies.models import Deputy
from guantong.matters.selectors import visible
from guantong.regions import rulebook
from guantong.suggestions.models import ReplyCategory, ShareRole, Suggestion

LABELS_SETTING = "suggestion.reply_labels"
"""Setting of a county: canonical category → the letter printed for it, with the document it rests on."""

LETTERS: Mapping[str, str] = {
    ReplyCategory.RESOLVED: "A",
    ReplyCategory.IN_PROGRESS: "B",
    ReplyCategory.PLANNED: "B",
    ReplyCategory.NOT_FEASIBLE: "C",
}
"""Where no rule is in force: the three classes that most counties use [L 肃南 2023]."""


def letters_of(region_code: str, *, on: date) -> Mapping[str, str]:
    """The letters that a county prints for the classes of replies on a day."""
    own: Mapping[str, str] = rulebook.setting_value(LABELS_SETTING, LETTERS, region_code=region_code, on=on)
    return own


def reply_letter(category: str, *, region_code: str, on: date) -> str:
    """The letter that a county prints for a category on a day; empty for no reply."""
    own: Mapping[str, Any] = letters_of(region_code, on=on)
    return str(own.get(category, ""))


def letters_problem(value: Any) -> str | None:
    """What is wrong with a county's own letters: each of the four categories has one of one or two signs."""
    if (
        isinstance(value, dict)
        and value.keys() == {str(key) for key in LETTERS}
        and all(map(_is_letter, value.values()))
    ):
        return None
    return _("请为%(names)s各写一个一至两字的类别名。") % {"names": "、".join(LETTERS)}


def _is_letter(letter: Any) -> bool:
    return isinstance(letter, str) and 1 <= len(letter.strip()) <= 2


def replied_on_paper(suggestion: Suggestion) -> bool:
    """Whether its reply was imported from a list: then no account replied, and the letter is the one on paper."""
    return bool(suggestion.reply) and suggestion.replied_by_id is None


def suggestions_for(actor: Actor) -> QuerySet[Suggestion]:
    """The suggestions that exist for the actor, with what a list shows."""
    rows = Suggestion.objects.filter(pk__in=visible(actor).values("pk"))
    return rows.select_related("lead", "holder", "place")


def waiting_for(actor: Actor) -> QuerySet[Suggestion]:
    """Of those, the ones that wait for this actor or their office."""
    wait = Q(holder_id=actor.organisation_id, closed_at__isnull=True) if actor.organisation_id else Q()
    if actor.role == Role.DEPUTY:
        unanswered = Q(signatures__signed_at__isnull=True, signatures__declined_at__isnull=True)
        asked = Q(signatures__deputy__person_id=actor.person_id) & unanswered
        wait = Q(lead__person_id=actor.person_id, state__in=["draft", "replied"]) | (Q(state="draft") & asked)
    elif actor.role in CONGRESS_ROLES:
        wait = Q(state__in=["submitted", "accepted", "unsatisfied", "delivered"])
    elif actor.organisation_id is not None:
        wait |= Q(
            shares__organisation_id=actor.organisation_id,
            shares__role__in=[ShareRole.CO, ShareRole.SPLIT],
            shares__countersigned_at__isnull=True,
            state__in=["handling", "rehandling"],
        )
    rows = suggestions_for(actor)
    return rows.filter(pk__in=Suggestion.objects.filter(wait).values("pk")) if wait else rows.none()


def deputies_of(region_code: str) -> QuerySet[Deputy]:
    """The county's deputies in office: who may lead or sign."""
    return Deputy.objects.filter(region_id=region_code, active=True).select_related("place", "station")
