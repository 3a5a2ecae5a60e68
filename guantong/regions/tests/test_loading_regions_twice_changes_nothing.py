"""The regions and their bodies are loaded whole, once, and a county's own names survive."""

from __future__ import annotations

import pytest
from django.db.models import Count

from guantong.regions.loading import codes_within, load_regions
from guantong.regions.models import Organisation, OrganisationKind, Region, RegionAlias
from guantong.regions.selectors import region_by_code

pytestmark = pytest.mark.django_db


def state() -> tuple[object, ...]:
    return tuple(list(model.objects.order_by("pk").values_list()) for model in (Region, RegionAlias, Organisation))


def test_a_second_loading_changes_nothing() -> None:
    load_regions()
    before = state()
    load_regions()
    assert state() == before
    assert Region.objects.count() == len(codes_within("4510"))


def test_a_department_that_a_county_renamed_keeps_its_name() -> None:
    load_regions(only=["451028"])
    Organisation.objects.filter(region_id="451028", code="shuili").update(name="乐业县水务局")
    load_regions()
    assert Organisation.objects.get(region_id="451028", code="shuili").name == "乐业县水务局"


def test_every_county_has_one_chair_council_under_its_standing_committee() -> None:
    load_regions()
    councils = Organisation.objects.filter(kind=OrganisationKind.CHAIR_COUNCIL, region__level="county")
    assert councils.count() == councils.aggregate(n=Count("region", distinct=True))["n"] == 12
    assert {c.parent.kind for c in councils.select_related("parent")} == {OrganisationKind.STANDING_COMMITTEE}


def test_every_township_has_a_government_and_all_but_streets_a_presidium() -> None:
    load_regions()
    townships = Region.objects.filter(level="township")

    def with_body(kind: str) -> set[str]:
        return set(Organisation.objects.filter(kind=kind).values_list("place_id", flat=True))

    assert with_body("township") == set(townships.values_list("pk", flat=True))
    assert with_body("presidium") == set(townships.exclude(name__endswith="街道").values_list("pk", flat=True))


def test_a_former_code_leads_to_the_region_but_a_code_of_another_office_does_not() -> None:
    load_regions()
    assert region_by_code("451021").code == "451003"
    assert region_by_code("451029202").name == "平塘乡"  # the other office gives this number to 利周瑶族乡
    assert not RegionAlias.objects.filter(code="451029203").exists()


def test_only_loads_the_named_regions_and_those_above_them(regions: dict[str, Region]) -> None:
    assert set(regions) == {
        "451000", "451028", "451028100", "451028203", "451028203205", "451029", "451029100",
    }  # fmt: skip


def test_names_of_bodies_are_the_official_ones(regions: dict[str, Region]) -> None:
    def named(code: str) -> str:
        return Organisation.objects.get(region_id="451028", code=code).name

    assert named("huanbao") == "百色市乐业生态环境局"
    assert named("presidium-451028203") == "乐业县逻西乡人民代表大会主席团"
    assert named("xiangzhen-451028203") == "乐业县逻西乡人民政府"
