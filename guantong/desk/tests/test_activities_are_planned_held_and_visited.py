"""Activities, their visits and attendance, through the desk."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.base.now import CHINA, now, today
from guantong.deputies.models import Activity, Visit
from guantong.deputies.services import plan_activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client: Client, sign_in: Any, keeper_a: Any) -> Client:
    return sign_in(client, keeper_a)


@pytest.fixture
def activity(keeper_a: Any, station_a: Any, deputy_row_a: Any) -> Activity:
    return plan_activity(
        title="逻西乡代表赶圩日",
        category="market_day",
        place=station_a.place,
        region=station_a.region,
        planned_for=today(),
        station=station_a,
        actor=keeper_a,
    )


def _minute(ago: timedelta = timedelta()) -> str:
    return (now() - ago).astimezone(CHINA).strftime("%Y-%m-%dT%H:%M")


def _sheet(rows: list[tuple[str, str]], **more: str) -> dict[str, str]:
    sent = {"row-TOTAL_FORMS": str(len(rows)), "row-INITIAL_FORMS": "0", "visited_at": _minute(), "deputy": "", **more}
    for n, (household, people) in enumerate(rows):
        sent |= {f"row-{n}-household": household, f"row-{n}-person_times": people, f"row-{n}-notes": ""}
    return sent


def test_one_is_planned_at_ones_own_station(keeper: Client, station_a: Any, deputy_row_a: Any) -> None:
    form = {
        "title": "入户走访民治村",
        "category": "home_visit",
        "planned_for": str(today()),
        "station": station_a.pk,
        "place": "",
        "deputies": [deputy_row_a.pk],
    }
    assert keeper.post(reverse("desk:plan-activity"), form).status_code == 302
    planned = Activity.objects.get()
    assert (planned.place, planned.station, list(planned.deputies.all())) == (
        station_a.place,
        station_a,
        [deputy_row_a],
    )


def test_a_place_is_found_by_its_name(keeper: Client, regions: Any) -> None:
    form = {"title": "主题活动", "category": "theme", "planned_for": str(today()), "place": "逻西乡"}
    assert keeper.post(reverse("desk:plan-activity"), form).status_code == 302
    assert Activity.objects.get().place.name == "逻西乡"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"place": "乐里镇"}, "place"),
        ({"station": "999"}, "station"),
        ({"station": "\x00"}, "station"),
        ({"category": "party"}, "category"),
        ({"planned_for": "明天"}, "planned_for"),
        ({"planned_for": "0001-01-01"}, "planned_for"),
        ({"title": "题" * 121}, "title"),
        ({"deputies": ["1e99"]}, "deputies"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_lost(keeper: Client, wrong: dict[str, Any], field: str) -> None:
    form = {"title": "主题活动", "category": "theme", "planned_for": str(today()), **wrong}
    answer = keeper.post(reverse("desk:plan-activity"), form)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert answer.context["form"]["title"].value() == form["title"]


def test_who_came_is_ticked_when_it_is_held(keeper: Client, activity: Activity, deputy_row_a: Any) -> None:
    form = {"version": activity.version, "held_at": _minute(), "deputies": [deputy_row_a.pk], "notes": "来了三十多人。"}
    assert keeper.post(reverse("desk:move", args=[activity.pk, "hold"]), form).status_code == 302
    activity.refresh_from_db()
    assert (activity.state, activity.notes) == ("held", "来了三十多人。")
    assert [a.deputy for a in activity.attendances.all()] == [deputy_row_a]


def test_a_time_to_come_is_refused(keeper: Client, activity: Activity) -> None:
    form = {"version": activity.version, "held_at": _minute(-timedelta(days=1)), "notes": ""}
    answer = keeper.post(reverse("desk:move", args=[activity.pk, "hold"]), form)
    assert answer.status_code == 422
    assert "不能晚于现在" in answer.content.decode()


def test_several_visits_are_logged_at_once(keeper: Client, activity: Activity) -> None:
    rows = [("三组第5户", "3"), ("", ""), ("三组第8户", "2")]
    assert keeper.post(reverse("desk:log-visits", args=[activity.pk]), _sheet(rows)).status_code == 302
    page = keeper.get(reverse("desk:matter", args=[activity.pk])).content.decode()
    assert "2 户，5 人次" in page
    assert Visit.objects.count() == 2


def test_one_wrong_row_stops_all_of_them(keeper: Client, activity: Activity) -> None:
    answer = keeper.post(
        reverse("desk:log-visits", args=[activity.pk]), _sheet([("三组第5户", "3"), ("三组第8户", "201")])
    )
    assert answer.status_code == 422
    assert "三组第5户" in answer.content.decode()
    assert not Visit.objects.exists()


@pytest.mark.parametrize("rows", ["x", "-3", "99999999999", ""])
def test_a_broken_row_count_is_no_crash(keeper: Client, activity: Activity, rows: str) -> None:
    for more in ({}, {"more": "1"}):
        sent = _sheet([("三组第5户", "3")], **more) | {"row-TOTAL_FORMS": rows}
        assert keeper.post(reverse("desk:log-visits", args=[activity.pk]), sent).status_code in (200, 302, 422)


def test_an_empty_sheet_is_refused(keeper: Client, activity: Activity) -> None:
    answer = keeper.post(reverse("desk:log-visits", args=[activity.pk]), _sheet([("", "")]))
    assert answer.status_code == 422
    assert "至少填写一户" in answer.content.decode()


def test_more_rows_come_without_a_script_and_keep_what_was_typed(keeper: Client, activity: Activity) -> None:
    answer = keeper.post(reverse("desk:log-visits", args=[activity.pk]), _sheet([("三组第5户", "3")], more="1"))
    assert answer.status_code == 200
    assert "三组第5户" in answer.content.decode()
    assert len(answer.context["sheet"].rows.forms) == 6
    assert not Visit.objects.exists()


def test_an_opinion_raised_there_is_listed(
    keeper: Client, activity: Activity, code_a: Any, keeper_a: Any, spoken: Any
) -> None:
    from guantong.opinions.models import Channel
    from guantong.opinions.services import record_opinion

    said = record_opinion(code=code_a, spoken=spoken(), channel=Channel.SPOKEN, actor=keeper_a, occasion=activity)
    assert said.title in keeper.get(reverse("desk:matter", args=[activity.pk])).content.decode()


def test_another_countys_activity_does_not_exist(
    client: Client, sign_in: Any, clerk_b: Any, activity: Activity
) -> None:
    stranger = sign_in(client, clerk_b)
    assert stranger.get(reverse("desk:log-visits", args=[activity.pk])).status_code == 404
    assert activity.title not in stranger.get(reverse("desk:activities")).content.decode()
