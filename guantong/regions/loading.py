"""Loading the regions of the city and the bodies that every one of them has, from the data files."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import transaction

from guantong.regions import rulebook
from guantong.regions.models import Level, Organisation, OrganisationKind, Region, RegionAlias

DATA = Path(__file__).parent / "data"

CONGRESS_KINDS = {
    "congress": OrganisationKind.CONGRESS,
    "standing_committee": OrganisationKind.STANDING_COMMITTEE,
    "chair_council": OrganisationKind.CHAIR_COUNCIL,
    "presidium": OrganisationKind.PRESIDIUM,
}
"""Kinds of the file of congress bodies; every other one there is a working body."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that a region has by law or by custom. `parent` is a code within the same region."""

    region: str
    place: str
    code: str
    name: str
    kind: OrganisationKind
    parent: str = ""


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one data file, as guantong/regions/data/SOURCES.md describes them."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _by_code() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in table("regions.csv")}


def codes_within(prefix: str) -> list[str]:
    """The code of every region on file whose code begins with `prefix`."""
    return [code for code in _by_code() if code.startswith(prefix)]


@transaction.atomic
def load_regions(*, only: Collection[str] | None = None) -> None:
    """Write the regions, their former codes and their bodies; what is there already stays as it is.

    `only` limits it to these codes and the regions above them. A county that renamed a department keeps
    its name. Of codes, only those that a region bore before become aliases: the numbering of the Ministry
    of Civil Affairs overlaps with the one in use.
    """
    chosen = _chosen(only)
    known = set(Region.objects.values_list("code", flat=True))
    Region.objects.bulk_create(_region(row) for row in chosen if row["code"] not in known)
    RegionAlias.objects.bulk_create(
        (
            RegionAlias(code=alias, region_id=row["code"], note=f"{row['since']}年前的代码")
            for row in chosen
            for alias in row["aliases"].split("|")
            if alias
        ),
        ignore_conflicts=True,
    )
    _write_bodies([body for row in chosen for body in bodies_of(row)])
    rulebook.forget()


def _chosen(only: Collection[str] | None) -> list[dict[str, str]]:
    on_file = _by_code()
    wanted = set(on_file if only is None else only)
    for code in list(wanted):
        while code := on_file[code]["parent"]:
            wanted.add(code)
    return [row for row in on_file.values() if row["code"] in wanted]


def _region(row: dict[str, str]) -> Region:
    return Region(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        slug=row["pinyin"],
        level=row["level"],
        parent_id=row["parent"] or None,
    )


def bodies_of(row: dict[str, str]) -> Iterator[Body]:
    """The bodies of one region of the file; a village has none."""
    if row["level"] in (Level.CITY, Level.COUNTY):
        yield from _congress(row, row["level"], row["code"])
        yield from _supervised(row)
    if row["level"] == Level.COUNTY:
        yield from _departments(row)
    if row["level"] == Level.TOWNSHIP:
        yield from _congress(row, "street" if row["kind"] == "街道" else "township", row["parent"])
        yield _township_government(row)


def _name(code: str) -> str:
    return _by_code()[code]["name"]


def _congress(row: dict[str, str], tier: str, region: str) -> Iterator[Body]:
    ending = "" if region == row["code"] else f"-{row['code']}"
    for body in table("congress_bodies.csv"):
        if body["tier"] == tier:
            name = body["name_pattern"].format(name=row["name"], county=_name(region))
            parent = body["parent"] and body["parent"] + ending
            kind = CONGRESS_KINDS.get(body["kind"], OrganisationKind.WORKING_BODY)
            yield Body(region, row["code"], body["code"] + ending, name, kind, parent)


def _supervised(row: dict[str, str]) -> Iterator[Body]:
    for body in table("supervised_bodies.csv"):
        if body["tier"] == row["level"]:
            handles = body["kind"] == "government_office"
            kind = OrganisationKind.DEPARTMENT if handles else OrganisationKind.SUPERVISED
            name = body["name_pattern"].format(name=row["name"])
            yield Body(row["code"], row["code"], body["code"], name, kind)


def _departments(row: dict[str, str]) -> Iterator[Body]:
    city = _name(row["parent"])
    for entry in table("departments.csv"):
        if entry["county_default"] == "yes":
            name = entry["name_pattern"].format(name=row["name"], short=row["short_name"], city=city)
            yield Body(row["code"], row["code"], entry["code"], name, OrganisationKind.DEPARTMENT)


def _township_government(row: dict[str, str]) -> Body:
    form = "办事处" if row["kind"] == "街道" else "人民政府"
    name = f"{_name(row['parent'])}{row['name']}{form}"
    return Body(row["parent"], row["code"], f"xiangzhen-{row['code']}", name, OrganisationKind.TOWNSHIP)


def _write_bodies(bodies: list[Body]) -> None:
    known = {(o.region_id, o.code): o for o in Organisation.objects.only("region_id", "code")}
    waiting = [body for body in bodies if (body.region, body.code) not in known]
    while waiting:
        ready = [b for b in waiting if not b.parent or (b.region, b.parent) in known]
        made = Organisation.objects.bulk_create(
            Organisation(
                code=b.code,
                name=b.name,
                kind=b.kind,
                region_id=b.region,
                place_id=b.place,
                parent=known[b.region, b.parent] if b.parent else None,
            )
            for b in ready
        )
        known.update({(o.region_id, o.code): o for o in made})
        waiting = [b for b in waiting if (b.region, b.code) not in known]
