"""A station is raised in grade, or shared with another province, when somebody else has looked and accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput, NotAllowed
from guantong.deputies import services
from guantong.deputies.models import Grade, Station, StationProject
from guantong.deputies.standards import DEFAULT, SETTING, standards_of
from guantong.regions.models import Region
from guantong.regions.services import adopt_setting

UPGRADE, SHARED = StationProject.Category.UPGRADE, StationProject.Category.CROSS_PROVINCE


@pytest.fixture
def proposed(station_a: Station, keeper_a: Actor) -> StationProject:
    return services.propose_station_project(
        station=station_a, category=UPGRADE, grade=Grade.STANDARD, content="添置桌椅和公示栏。", actor=keeper_a
    )


def test_it_counts_from_the_day_of_acceptance(
    proposed: StationProject, clerk_a: Actor, amount: Callable[[str], Any]
) -> None:
    assert amount("stations_upgraded") == 0
    project = services.accept_station_project(project=proposed, standards=list(DEFAULT), actor=clerk_a)
    assert (project.state, project.standards) == ("accepted", list(DEFAULT))
    assert Station.objects.get().grade == Grade.STANDARD
    assert amount("stations_upgraded") == 1


def test_a_standard_that_is_not_met_is_named(proposed: StationProject, clerk_a: Actor) -> None:
    with pytest.raises(BadInput, match="有工作台账") as no:
        services.accept_station_project(project=proposed, standards=list(DEFAULT)[:-1], actor=clerk_a)
    assert list(no.value.fields) == ["standards"]
    assert Station.objects.get().grade == Grade.BASIC


def test_a_county_has_its_own_standards(proposed: StationProject, clerk_a: Actor, county_a: Region) -> None:
    adopt_setting(
        key=SETTING, value=[["room", "有场所"]], effective_from=date(2025, 1, 1), basis="县办法", region=county_a
    )
    assert standards_of(county_a.code) == {"room": "有场所"}
    assert services.accept_station_project(project=proposed, standards=["room"], actor=clerk_a).state == "accepted"


def test_whoever_proposed_it_does_not_accept_it(station_a: Station, clerk_a: Actor, second_clerk_a: Actor) -> None:
    project = services.propose_station_project(
        station=station_a, category=SHARED, partner="贵州省册亨县", content="轮流接待。", actor=clerk_a
    )
    with pytest.raises(NotAllowed):
        services.accept_station_project(project=project, standards=[], actor=clerk_a)
    services.accept_station_project(project=project, standards=[], actor=second_clerk_a)
    assert Station.objects.get().partner == "贵州省册亨县"


def test_it_is_sent_back_and_put_forward_again(proposed: StationProject, clerk_a: Actor, keeper_a: Actor) -> None:
    back = services.return_station_project(project=proposed, reason="缺台账。", actor=clerk_a)
    again = services.propose_again(project=back, content="台账已补齐。", actor=keeper_a)
    assert (again.state, again.content) == ("proposed", "台账已补齐。")
    assert services.drop_station_project(project=again, reason="场所到期。", actor=keeper_a).state == "dropped"


@pytest.mark.parametrize(
    ("category", "given", "field"),
    [(UPGRADE, {"grade": Grade.BASIC}, "grade"), (UPGRADE, {}, "grade"), (SHARED, {"partner": " "}, "partner")],
)
def test_a_project_says_what_becomes_of_the_station(
    station_a: Station, keeper_a: Actor, category: Any, given: dict[str, str], field: str
) -> None:
    with pytest.raises(BadInput) as no:
        services.propose_station_project(
            station=station_a, category=category, content="添置桌椅。", actor=keeper_a, **given
        )
    assert list(no.value.fields) == [field]


def test_it_is_proposed_and_accepted_at_the_desk(
    client: Client, sign_in: Any, station_a: Station, keeper_a: Actor, clerk_a: Actor
) -> None:
    form = {"station": station_a.pk, "category": "upgrade", "grade": "standard", "content": "添置桌椅。"}
    refused = sign_in(client, keeper_a).post("/desk/stations/propose/", {**form, "grade": ""})
    assert refused.status_code == 422
    assert "请选择高于现有等级的等级。" in refused.content.decode()
    assert "添置桌椅。" in refused.content.decode()
    page = client.post("/desk/stations/propose/", form)["Location"]
    assert "有固定场所" in sign_in(client, clerk_a).get(page).content.decode()
    answer = client.post(f"{page}do/accept/", {"version": 1, "standards": list(DEFAULT)})
    assert answer.status_code == 302
    assert "规范站" in client.get("/desk/stations/").content.decode()
