"""The data files of regions, bodies and stations agree with each other."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[1] / "data"
CODE_LENGTH = {"city": 6, "county": 6, "township": 9, "village": 12}
PARENT_LEVEL = {"county": "city", "township": "county", "village": "township"}
KIND_ENDING = {"民族乡": "族乡", "县级市": "市", "设区的市": "市", "市辖区": "区", "自治县": "自治县"}
NUMERALS = dict(zip("一二三四五六七八九十", "1234567890", strict=True))


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


REGIONS = rows("regions.csv")
BY_CODE = {region["code"]: region for region in REGIONS}
DEPARTMENTS = rows("departments.csv")
BODIES = rows("congress_bodies.csv")
STATIONS = rows("stations.csv") + rows("stations_special.csv")


def below(parent: str) -> list[dict[str, str]]:
    return [region for region in REGIONS if region["parent"] == parent]


def repeated(values: list[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.csv")))
def test_no_row_is_torn_and_no_cell_has_stray_blanks(name: str) -> None:
    for row in rows(name):
        assert all(isinstance(cell, str) and cell == cell.strip() for cell in row.values()), row


def test_every_code_has_the_shape_of_its_level_and_begins_with_its_parents_code() -> None:
    for region in REGIONS:
        assert re.fullmatch(rf"\d{{{CODE_LENGTH[region['level']]}}}", region["code"]), region
        if region["level"] == "city":
            assert region["parent"] == ""
            continue
        parent = BY_CODE[region["parent"]]
        assert parent["level"] == PARENT_LEVEL[region["level"]]
        prefix = parent["code"].removesuffix("00") if parent["level"] == "city" else parent["code"]
        assert region["code"].startswith(prefix)
        assert region["code"] != parent["code"]


def test_no_code_and_no_name_within_a_parent_occurs_twice() -> None:
    assert not repeated([region["code"] for region in REGIONS])
    assert not repeated([(region["parent"], region["name"]) for region in REGIONS])
    assert not repeated([region["civil_affairs_code"] for region in REGIONS if region["civil_affairs_code"]])


def test_every_alias_leads_to_one_region_and_is_nobodys_present_code() -> None:
    aliases = [alias for region in REGIONS for alias in region["aliases"].split("|") if alias]
    assert not repeated(list(aliases))
    assert not set(aliases) & set(BY_CODE)
    assert {"451021", "451023", "451025"} <= set(aliases)


def test_the_kind_fits_the_name_and_the_short_name_begins_it() -> None:
    for region in REGIONS:
        assert region["name"].endswith(KIND_ENDING.get(region["kind"], region["kind"])), region
        assert region["name"].startswith(region["short_name"])
        assert region["name"] != region["short_name"]
        if region["level"] == "township":
            assert ("族乡" in region["name"]) == (region["kind"] == "民族乡")


def test_the_city_has_its_twelve_counties_each_with_a_slug_of_its_own() -> None:
    kinds = Counter(region["kind"] for region in below("451000"))
    assert kinds == {"县": 7, "市辖区": 2, "县级市": 2, "自治县": 1}
    slugs = [region["pinyin"] for region in REGIONS if region["pinyin"]]
    assert len(slugs) == 13
    assert not repeated(list(slugs))
    assert all(re.fullmatch("[a-z]+", slug) for slug in slugs)


@pytest.mark.parametrize(
    ("county", "townships"), [("451028", 8), ("451029", 14), ("451030", 8), ("451031", 16), ("451002", 9)]
)
def test_a_county_has_all_its_townships(county: str, townships: int) -> None:
    assert len(below(county)) == townships


def test_the_neighbours_lie_outside_the_city() -> None:
    for neighbour in rows("neighbours.csv"):
        assert not neighbour["code"].startswith("4510")
        assert neighbour["code"] not in BY_CODE
        assert neighbour["parent"] == ""
        assert neighbour["role"] == "outside"


def test_department_codes_and_all_their_names_are_unambiguous() -> None:
    assert not repeated([department["code"] for department in DEPARTMENTS])
    assert all(re.fullmatch("[a-z]+", department["code"]) for department in DEPARTMENTS)
    spoken = [
        name
        for department in DEPARTMENTS
        for column in ("name", "aliases", "former_names")
        for name in department[column].split("|")
        if name
    ]
    assert not repeated(list(spoken))
    assert all(re.fullmatch(r"[^,;:()]+。", department["duties"]) for department in DEPARTMENTS)


def test_every_county_gets_at_least_twenty_departments_with_names_of_their_own() -> None:
    defaults = [row for row in DEPARTMENTS if row["county_default"] == "yes"]
    assert len(defaults) >= 20
    assert {row["kind"] for row in defaults} == {"government_department"}
    for county in below("451000"):
        names = [
            row["name_pattern"].format(name=county["name"], short=county["short_name"], city="百色市")
            for row in defaults
        ]
        assert not repeated(list(names))
        assert all(county["short_name"] in name for name in names)


def test_the_bodies_of_a_tier_are_distinct_and_hang_together() -> None:
    assert not repeated([(body["tier"], body["code"]) for body in BODIES])
    known = {(body["tier"], body["code"]) for body in BODIES}
    assert all(not body["parent"] or (body["tier"], body["parent"]) in known for body in BODIES)
    patterns = [body["name_pattern"] for body in BODIES] + [
        body["name_pattern"] for body in rows("supervised_bodies.csv")
    ]
    assert set(re.findall(r"\{(.*?)\}", "".join(patterns))) == {"name", "county"}


@pytest.mark.parametrize(
    ("code", "full_name"),
    [
        ("451028", "乐业县人民代表大会常务委员会"),
        ("451031", "隆林各族自治县人民代表大会常务委员会"),
    ],
)
def test_a_standing_committee_bears_its_full_official_name(code: str, full_name: str) -> None:
    (body,) = [row for row in BODIES if (row["tier"], row["code"]) == ("county", "standing_committee")]
    assert body["name_pattern"].format(name=BY_CODE[code]["name"]) == full_name


def test_only_the_city_has_a_secretary_general() -> None:
    assert {body["tier"] for body in BODIES if "秘书长" in body["posts"]} == {"city"}


def test_every_station_stands_in_a_known_place_of_its_county() -> None:
    neighbours = {neighbour["code"] for neighbour in rows("neighbours.csv")}
    for station in STATIONS:
        assert station["place"] in BY_CODE
        assert station["place"].startswith(station["county"])
        assert BY_CODE[station["county"]]["level"] == "county"
        assert station["partner"] in neighbours | {""}
        assert station["demo"] == "yes"
        if station["category"] in {"township", "village"}:
            assert station["name"] == BY_CODE[station["place"]]["name"] + "代表联络站"
    assert not repeated([(station["county"], station["code"]) for station in STATIONS])
    assert not repeated([(station["county"], station["name"]) for station in STATIONS])


def test_every_county_has_stations_and_each_township_of_tianlin_has_one() -> None:
    counts = Counter(station["county"] for station in rows("stations.csv"))
    assert all(counts[county["code"]] >= 2 for county in below("451000"))
    of_tianlin = [row["place"] for row in rows("stations.csv") if row["county"] == "451029"]
    assert sorted(of_tianlin) == sorted(region["code"] for region in below("451029"))


def test_the_market_days_in_words_are_those_in_digits() -> None:
    for station in STATIONS:
        told = re.sub("[^一二三四五六七八九十]", "", station["market_text"])
        assert ",".join(NUMERALS[numeral] for numeral in told) == station["market_days"], station
