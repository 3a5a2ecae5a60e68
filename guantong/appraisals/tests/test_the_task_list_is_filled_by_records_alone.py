"""Progress is what the records say; nobody types it, and each sees their own."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guantong.accounts.actors import Actor
from guantong.appraisals.selectors.progress import deputies_board, stations_board
from guantong.base.refusals import BadInput
from guantong.deputies.models import Deputy, Station
from guantong.kernel.periods import Period
from guantong.regions.models import Region
from guantong.regions.services import adopt_setting

pytestmark = pytest.mark.django_db


def _counts(board: Any, subject: Any) -> dict[str, int]:
    row = next(row for row in board.rows if row.subject == subject)
    return {done.task.figure.code: done.count for done in row.tasks}


def test_a_station_and_a_deputy_have_what_is_on_record(
    take_part: Any, county_a: Region, half: Period, clerk_a: Actor, station_a: Station, deputy_row_a: Deputy,
    second_row_a: Deputy,
) -> None:  # fmt: skip
    take_part([deputy_row_a], visits=12)
    take_part([deputy_row_a], day=50)
    station = _counts(stations_board(clerk_a, county_a, half), station_a)
    assert station["deputy_activities_held"] == 2
    assert station["household_visit_person_times"] == 12
    board = deputies_board(clerk_a, county_a, half)
    assert _counts(board, deputy_row_a)["activity_deputy_person_times"] == 2
    assert _counts(board, second_row_a)["activity_deputy_person_times"] == 0
    first = next(row for row in board.rows if row.subject == deputy_row_a)
    shares = {done.task.figure.code: (done.share, done.reached) for done in first.tasks}
    assert shares["activity_deputy_person_times"] == (66, False)
    assert shares["household_visit_person_times"] == (100, True)
    reached = {task.task.figure.code: (task.count, task.of) for task in board.summary}
    assert reached["household_visit_person_times"] == (1, 2)
    assert reached["activity_deputy_person_times"] == (0, 2)


def test_a_shorter_period_asks_for_less(county_a: Region, clerk_a: Actor, deputy_row_a: Deputy, half: Period) -> None:
    quarter = Period.parse(half.code.replace("H1", "Q1").replace("H2", "Q3"))
    targets = [[task.target for task in deputies_board(clerk_a, county_a, p).listed.tasks] for p in (half, quarter)]
    assert targets == [[3, 10, 1, 1], [2, 5, 1, 1]]


def test_each_sees_their_own(
    client: Client, sign_in: Any, deputy_a: Actor, second_deputy_a: Actor, keeper_a: Actor, clerk_a: Actor,
    presidium_a: Actor, stall_a: Station, station_a: Station, deputy_row_a: Deputy, second_row_a: Deputy,
    county_a: Region, half: Period,
) -> None:  # fmt: skip
    def seen(actor: Actor) -> tuple[set[str], set[str]]:
        stations, deputies = stations_board(actor, county_a, half), deputies_board(actor, county_a, half)
        return {str(row.subject) for row in stations.rows}, {str(row.subject) for row in deputies.rows}

    both = {deputy_row_a.name, second_row_a.name}
    assert seen(clerk_a) == ({station_a.name, stall_a.name}, both)
    assert seen(presidium_a) == ({station_a.name, stall_a.name}, both)
    assert seen(keeper_a) == ({station_a.name}, both)
    assert seen(deputy_a) == ({station_a.name}, {deputy_row_a.name})
    page = sign_in(client, deputy_a).get(f"/desk/tasks/?period={half.code}").content.decode()
    assert "参加履职活动" in page
    assert f"/desk/duty/{deputy_row_a.pk}/" in page
    assert second_row_a.name not in page
    assert client.get("/desk/tasks/?period=soon").status_code == 400


def test_a_county_has_its_own_dated_list(county_a: Region, clerk_a: Actor, deputy_row_a: Deputy, half: Period) -> None:
    own = [{"figure": "household_visit_person_times", "target": 40, "label": "走访群众"}]
    adopt_setting(key="tasks.deputy", value=own, region=county_a, effective_from=half.start, basis="乐人常〔2026〕3号")
    listed = deputies_board(clerk_a, county_a, half).listed
    assert ([(t.label, t.target) for t in listed.tasks], listed.basis) == ([("走访群众", 40)], "乐人常〔2026〕3号")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("tasks.deputy", []),
        ("tasks.deputy", [{"figure": "stations_upgraded", "target": 1, "label": "升级"}]),
        ("tasks.station", [{"figure": "suggestion_reply_rate", "target": 1, "label": "办复率"}]),
        ("tasks.station", [{"figure": "deputy_activities_held", "target": 0, "label": "活动"}]),
        ("score.deputy", "一百分"),
        ("score.deputy", [{"figure": "suggestions_received", "points": 60}]),
        ("score.deputy", [{"figure": "suggestions_received", "points": 101, "full_at": 1}]),
        ("score.deputy", [{"figure": "suggestions_received", "points": 10, "rate": True}]),
        ("score.unit", [{"figure": "household_visit_person_times", "points": 10, "full_at": 3}]),
        ("score.unit", [{"figure": "suggestion_reply_rate", "points": 60, "rate": True}] * 2),
    ],
)
def test_a_list_or_rule_that_makes_no_sense_is_refused(county_a: Region, key: str, value: Any, half: Period) -> None:
    with pytest.raises(BadInput):
        adopt_setting(key=key, value=value, region=county_a, effective_from=half.start, basis="乐人常〔2026〕3号")
