"""Finding matters by words, and making new ones findable."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.contrib.postgres.search import SearchQuery
from django.db import connection, transaction
from django.db.models import QuerySet

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.matters.models import Matter, SearchText
from guantong.matters.registry import kind_by_code, kind_of
from guantong.matters.selectors import visible
from guantong.matters.words import MOST_LEXEMES, lexemes


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
