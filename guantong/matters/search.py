"""Finding matters by words, and those that may be the same thing said twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import timedelta

from django.contrib.postgres.search import SearchQuery
from django.db import connection, transaction
from django.db.models import QuerySet
from rapidfuzz import fuzz

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.matters.models import Matter, SearchText
from guantong.matters.registry import kind_by_code, kind_of
from guantong.matters.selectors import visible

_RUN = re.compile(r"[㐀-鿿]+|[a-z0-9]+")
DUPLICATE_WINDOW = timedelta(days=180)
MOST_LEXEMES = 2000
LIKE_ENOUGH = 55
"""Least likeness, of 100, at which a matter is offered as a duplicate."""


def lexemes(text: str) -> list[str]:
    """Character pairs of Chinese runs, and whole words of Latin ones, each once."""
    found: dict[str, None] = {}
    for run in _RUN.findall(text.lower()):
        pairs = [run] if run.isascii() or len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)]
        found.update(dict.fromkeys(pairs))
    return list(found)


@transaction.atomic
def index_new_matters(*, limit: int = 500) -> int:
    """Make findable what came in or was reworded since, right behind its writing; how many matters.

    A number of queries that does not grow with them. A matter that somebody holds is left for the next time.
    """
    waiting = Matter.objects.filter(indexed_at__isnull=True).order_by("id")
    fresh = dict(waiting.select_for_update(skip_locked=True).values_list("pk", "kind")[:limit])
    for kind in set(fresh.values()):
        keys = [key for key, code in fresh.items() if code == kind]
        _index(kind_by_code(kind).model._default_manager.filter(pk__in=keys))
    Matter.objects.filter(pk__in=fresh).update(indexed_at=now())
    return len(fresh)


def _index(matters: Iterable[Matter]) -> None:
    rows = {str(matter.pk): lexemes(kind_of(matter).words(matter))[:MOST_LEXEMES] for matter in matters}
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO matters_searchtext (matter_id, words)"
            " SELECT key::uuid, array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(lexemes)))"
            " FROM jsonb_each(%s::jsonb) AS row (key, lexemes)"
            " ON CONFLICT (matter_id) DO UPDATE SET words = EXCLUDED.words",
            [json.dumps(rows)],
        )


def find(text: str, *, actor: Actor) -> QuerySet[Matter]:
    """Matters that the actor sees and that contain every word of `text` (or bear it as their number)."""
    rows = visible(actor)
    terms = lexemes(text)
    if not terms:
        return rows.none()
    query = SearchQuery(" & ".join(f"'{t}'" for t in terms), search_type="raw", config="simple")
    hits = SearchText.objects.filter(words=query).values("matter_id")
    return (rows.filter(pk__in=hits) | rows.filter(number=text.strip())).order_by("-opened_at")


def likely_duplicates(matter: Matter, *, actor: Actor, limit: int = 5) -> list[tuple[Matter, int]]:
    """Recent matters of the same kind and region that say much the same, with their likeness of 100.

    Only those that exist for the actor.
    """
    words = kind_of(matter).words(matter)
    terms = lexemes(words)[:60]
    if not terms:
        return []
    query = SearchQuery(" | ".join(f"'{t}'" for t in terms), search_type="raw", config="simple")
    model = kind_of(matter).model
    near = (
        model._default_manager.filter(
            pk__in=visible(actor).values("pk"),
            kind=matter.kind,
            region_id=matter.region_id,
            opened_at__gte=now() - DUPLICATE_WINDOW,
            search_text__words=query,
        )
        .exclude(pk=matter.pk)
        .exclude(state="merged")
        .select_related("place", "holder")
        .order_by("-opened_at")[:200]
    )
    scored = [(other, round(fuzz.token_ratio(*_spread(words, kind_of(other).words(other))))) for other in near]
    scored.sort(key=lambda pair: -pair[1])
    return [pair for pair in scored if pair[1] >= LIKE_ENOUGH][:limit]


def _spread(one: str, two: str) -> tuple[str, str]:
    return " ".join(lexemes(one)), " ".join(lexemes(two))
