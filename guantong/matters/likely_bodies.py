"""Which bodies a new matter most likely goes to: by duty words, and by what the county decided before."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from guantong.matters.models import Holding, Matter
from guantong.matters.registry import kind_by_code, kind_of
from guantong.regions.models import Organisation, OrganisationKind
from guantong.routing import Example, Router, department_names

LEARNT_FROM = 300
"""The newest decided matters of a county that its router learns from."""

LIFETIME = 600.0
"""Seconds after which a county's router is taught anew."""

OFFERED = 3

_kept: dict[str, tuple[float, Router]] = {}


@dataclass(frozen=True, slots=True)
class LikelyBody:
    """A body that is offered, with the reasons in words."""

    body: Organisation
    reasons: Sequence[str]


def forget() -> None:
    """Teach every router anew at the next question (between tests)."""
    _kept.clear()


def likely_bodies(matter: Matter, among: Collection[Organisation]) -> list[LikelyBody]:
    """Of the bodies that a matter may be given to, the likeliest three, the best first; none where none fits."""
    by_code = {_code_of(body): body for body in among if _near(body, matter)}
    ranked = _router(matter.region_id).rank(matter.title, kind_of(matter).words(matter))
    known = [(found, by_code[found.code]) for found in ranked if found.code in by_code]
    return [LikelyBody(body, [str(reason) for reason in found.reasons]) for found, body in known[:OFFERED]]


def _code_of(body: Organisation) -> str:
    """A body's code in the router's list: of a township government, that of all of them."""
    return body.code.partition("-")[0]


def _near(body: Organisation, matter: Matter) -> bool:
    """Whether a body is for the whole county, or of the township where the matter lies."""
    town = body.code.partition("-")[2]
    return not town or matter.place_id.startswith(town)


def _router(region_code: str) -> Router:
    kept = _kept.get(region_code)
    if kept is None or time.monotonic() - kept[0] > LIFETIME:
        kept = (time.monotonic(), Router.cold().learn(_decided(region_code)))
        _kept[region_code] = kept
    return kept[1]


def _decided(region_code: str) -> list[Example]:
    """The newest matters that a department handled to their end, the oldest of them first."""
    last = (
        Holding.objects.filter(
            matter__region_id=region_code,
            matter__closed_at__isnull=False,
            organisation__kind=OrganisationKind.DEPARTMENT,
        )
        .select_related("organisation")
        .order_by("-matter__closed_at", "-since")[:LEARNT_FROM]
    )
    handled: dict[UUID, str] = {}
    for row in last:
        handled.setdefault(row.matter_id, _code_of(row.organisation))
    words = {matter.pk: kind_of(matter).words(matter) for matter in _whole(Matter.objects.filter(pk__in=handled))}
    pairs = [(words[pk].partition("\n"), code) for pk, code in reversed(handled.items()) if pk in words]
    known = department_names()
    return [Example(title, code, body) for (title, _line, body), code in pairs if code in known]


def _whole(rows: QuerySet[Matter]) -> list[Matter]:
    """The matters as their own kinds, one query a kind."""
    keys: dict[str, list[UUID]] = {}
    for pk, kind in rows.values_list("pk", "kind"):
        keys.setdefault(kind, []).append(pk)
    return [row for kind, pks in keys.items() for row in kind_by_code(kind).model._default_manager.filter(pk__in=pks)]
