"""What somebody asked of the worklist, read from the address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.base.now import now
from guantong.matters import search, selectors
from guantong.matters.models import Matter
from guantong.matters.registry import kinds
from guantong.opinions.models import Opinion
from guantong.opinions.receipts import RECEIPT_LENGTH, tidy
from guantong.regions.models import subtree_prefix

MINE, OPEN, ALL = "mine", "open", "all"
LONGEST = 100
"""Characters of a search: longer ones are cut."""


@dataclass(frozen=True, slots=True)
class Filters:
    """`scope` mine, open or all; `at` a kind or kind.state; `county` a code; `after` the cursor of a page."""

    scope: str = OPEN
    at: str = ""
    late: bool = False
    county: str = ""
    words: str = ""
    after: str = ""

    @classmethod
    def read(cls, asked: QueryDict) -> Filters:
        """What can be understood of an address; the rest is left out."""
        scope, at = asked.get("scope", OPEN), asked.get("at", "")
        return cls(
            scope=scope if scope in (MINE, ALL) else OPEN,
            at=at if at in _known_places() else "",
            late=asked.get("late") == "1",
            county=county if (county := asked.get("county", "")).isascii() and county.isdigit() else "",
            words="".join(c for c in asked.get("q", "") if c.isprintable())[:LONGEST].strip(),
            after=asked.get("after", "")[:200],
        )

    def address(self, **changed: object) -> str:
        """The query string of these filters with some changed; another page unless `after` is given."""
        new = replace(self, **{"after": "", **changed})  # type: ignore[arg-type]  # names of this class's own fields
        pairs = {
            "scope": "" if new.scope == OPEN else new.scope,
            "at": new.at,
            "late": "1" if new.late else "",
            "county": new.county,
            "q": new.words,
            "after": new.after,
        }
        return "?" + urlencode({key: value for key, value in pairs.items() if value})

    @property
    def narrowed(self) -> bool:
        return bool(self.at or self.late or self.county or self.words)


def _known_places() -> set[str]:
    known = {kind.procedure.code for kind in kinds()}
    return known | {f"{kind.procedure.code}.{state.code}" for kind in kinds() for state in kind.procedure.states}


def rows_for(actor: Actor, asked: Filters) -> QuerySet[Matter]:
    """The matters asked for, of those that exist for the actor, in the order of the clock."""
    rows = _found(actor, asked.words) if asked.words else _of_scope(actor, asked.scope)
    if asked.at:
        kind, _, state = asked.at.partition(".")
        rows = rows.filter(kind=kind, state=state) if state else rows.filter(kind=kind)
    if asked.late:
        rows = rows.filter(due_at__lt=now(), closed_at__isnull=True)
    if asked.county and asked.county.startswith(subtree_prefix(actor.region_code)):
        rows = rows.filter(region_id=asked.county)
    return rows.order_by("due_at", "id")


def _of_scope(actor: Actor, scope: str) -> QuerySet[Matter]:
    if scope == ALL:
        return selectors.visible(actor)
    rows = selectors.worklist(actor)
    if scope == MINE and actor.role in CONGRESS_ROLES:
        return rows.filter(Q(holder__isnull=True) | Q(holder_id=actor.organisation_id))
    return rows


def _found(actor: Actor, words: str) -> QuerySet[Matter]:
    """Matters with these words, this number or this receipt number, and visible to the actor."""
    seen = selectors.visible(actor)
    if len(receipt := tidy(words)) == RECEIPT_LENGTH and receipt.isascii():
        by_receipt = seen.filter(pk__in=Opinion.objects.filter(receipt=receipt).values("pk"))
        if by_receipt.exists():
            return by_receipt
    return search.find(words, actor=actor).order_by()
