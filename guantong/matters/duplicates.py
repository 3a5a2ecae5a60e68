"""Matters that may be the same thing said before: of words not yet saved, or of a matter that is.

The words of a text that are rarest in the database are looked for in twos and threes (see `probes`), in the index
that search has already; what is found and exists for the actor is weighed by the words shared (see `commonness`).
How common words are the database counts by itself whenever it analyses the table, at no cost to a write.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.matters.commonness import Commonness
from guantong.matters.models import Matter
from guantong.matters.probes import Probe, probes
from guantong.matters.registry import kind_by_code, kind_of
from guantong.matters.selectors import visible
from guantong.matters.words import lexemes, place_words, words_beside_places

WINDOW = timedelta(days=180)
READ_SIGNS = 1000
"""Signs of a text that are looked at: what a matter is about has been said by then."""

LEAST_SIGNS = 8
"""Signs below which a text says too little to be compared."""

LIKE_ENOUGH = 40
"""Least likeness, of 100, at which a matter is offered."""

OF_A_PLACE, BESIDE_A_PLACE = 4, 5
"""How many times as much a shared place tells, and any word of the sentence that names one.

The same trouble in the next village is another matter; and where people say where, they say what.
"""

FOUND_BY_ONE, FOUND, WEIGHED = 300, 400, 150
"""Matters taken from one lookup, from all of them, and of those that the actor may see."""

LIFETIME = 300.0
"""Seconds for which a process remembers how common words are."""

_FIND = """
SELECT found.matter_id, sum(asked.tells) FROM unnest(%s::text[], %s::float[]) AS asked (words, tells),
LATERAL (SELECT matter_id FROM matters_searchtext WHERE words @@ asked.words::tsquery LIMIT %s) AS found
GROUP BY found.matter_id ORDER BY 2 DESC LIMIT %s
"""
_COMMON = """
SELECT most_common_elems::text::text[], most_common_elem_freqs,
       (SELECT reltuples FROM pg_class WHERE oid = 'matters_searchtext'::regclass)
FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'matters_searchtext' AND attname = 'words'
"""

_known: tuple[float, Commonness] | None = None

Likely = tuple[Matter, int]
"""A matter, as its own kind, and its likeness of 100."""


def likely_duplicates(
    *, text: str, kind: str, region: str, actor: Actor, leaving_out: UUID | None = None, limit: int = 5
) -> list[Likely]:
    """The recent matters of a kind and region that say most nearly what `text` says, the likeliest first.

    Only those that exist for the actor, and none that was merged. At most five questions to the database.
    """
    text = text[:READ_SIGNS]
    words = lexemes(text)
    if len(text.strip()) < LEAST_SIGNS or not words:
        return []
    common, places = commonness(), place_words(text)
    tells = _tells(words, common, places, words_beside_places(text))
    found = _found(probes(words, common, places), tells)
    rows = visible(actor).filter(kind=kind, region_id=region, opened_at__gte=now() - WINDOW).exclude(state="merged")
    # One array, not as many placeholders as there are keys: one prepared statement serves them all.
    here = set(rows.filter(pk__in=RawSQL("SELECT unnest(%s::uuid[])", [found])).values_list("pk", flat=True))
    here.discard(leaving_out)
    best = _weighed([key for key in found if key in here][:WEIGHED], tells, common)[:limit]
    kept = kind_by_code(kind).model._default_manager.select_related("place", "holder").in_bulk([key for key, _ in best])
    return [(kept[key], likeness) for key, likeness in best if key in kept]


def duplicates_of(matter: Matter, *, actor: Actor, limit: int = 5) -> list[Likely]:
    """The same for a matter that is saved."""
    return likely_duplicates(
        text=kind_of(matter).words(matter),
        kind=matter.kind,
        region=matter.region_id,
        actor=actor,
        leaving_out=matter.pk,
        limit=limit,
    )


def commonness() -> Commonness:
    """How common words are, as the database last counted them."""
    global _known
    if _known is None or time.monotonic() - _known[0] > LIFETIME:
        with connection.cursor() as cursor:
            cursor.execute(_COMMON)
            words, shares, rows = cursor.fetchone() or ([], [], 0)
        # The array of shares goes on after the words' with the least and the greatest of them.
        _known = time.monotonic(), Commonness(dict(zip(words or [], shares or [], strict=False)), max(int(rows), 0))
    return _known[1]


def forget() -> None:
    """Ask the database anew how common words are (after much was written, and between tests)."""
    global _known
    _known = None


def _tells(
    words: Collection[str], common: Commonness, places: Collection[str], beside: Collection[str]
) -> dict[str, float]:
    """What each word of the text tells if another has it too."""
    return {
        word: common.tells(word) * (OF_A_PLACE if word in places else 1) * (BESIDE_A_PLACE if word in beside else 1)
        for word in words
    }


def _found(asked: Sequence[Probe], tells: dict[str, float]) -> list[UUID]:
    if not asked:
        return []
    queries = [" & ".join(f"'{word}'" for word in probe.words) for probe in asked]
    weights = [sum(tells[word] for word in probe.words) for probe in asked]
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [queries, weights, FOUND_BY_ONE, FOUND])
        return [key for key, _weight in cursor.fetchall()]


def _weighed(keys: Collection[UUID], tells: dict[str, float], common: Commonness) -> list[tuple[UUID, int]]:
    """Those that are like enough, by what the shared words tell.

    Likeness is the part that these have of the text that says less: a short text may be contained in a long one. Of
    two that are equally like, the one that shares more comes first.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT matter_id, tsvector_to_array(words) FROM matters_searchtext WHERE matter_id = ANY(%s)", [list(keys)]
        )
        rows: list[tuple[Any, list[str]]] = cursor.fetchall()
    asked = sum(tells.values())
    # Where the other text names its places is not kept; its own words count as much as the asked ones on average.
    usual = asked / sum(map(common.tells, tells))
    weighed = []
    for key, words in rows:
        there = set(words)
        shared = sum(map(tells.__getitem__, tells.keys() & there))
        kept = shared + usual * sum(map(common.tells, there - tells.keys()))
        likeness = shared / min(asked, kept)
        weighed.append((shared * math.sqrt(likeness), key, round(100 * likeness)))
    weighed.sort(key=lambda one: (-one[0], one[1]))
    return [(key, likeness) for _value, key, likeness in weighed if likeness >= LIKE_ENOUGH]
