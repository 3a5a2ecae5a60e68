"""The organiser opens the check-in and shows the screen; who scanned is ticked when the activity is held."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guantong.accounts.actors import Actor
from guantong.accounts.models import Person, Role
from guantong.attachments.selectors import photos_of
from guantong.base.now import CHINA, now, today
from guantong.deputies import services
from guantong.deputies.check_in_codes import code_at, grouped
from guantong.deputies.models import Activity, Deputy
from guantong.deputies.roster import register_deputy

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(clerk_a: Actor, deputy_row_a: Deputy) -> Activity:
    """A sitting of the standing committee today, to which 李春生 is invited."""
    return services.plan_activity(
        title="列席第二十八次会议", category="sitting_in", place=deputy_row_a.region, region=deputy_row_a.region,
        planned_for=today(), deputies=[deputy_row_a], actor=clerk_a,
    )  # fmt: skip


def _move(client: Client, activity: Activity, move: str, **form: Any) -> Any:
    fresh = Activity.objects.get(pk=activity.pk)
    return client.post(reverse("desk:move", args=[fresh.pk, move]), {"version": fresh.version, **form})


def _screen(client: Client, activity: Activity, **headers: str) -> Any:
    return client.get(reverse("desk:check-in", args=[activity.pk]), headers=headers)


def _scan(activity: Activity, deputy: Deputy, actor: Actor) -> None:
    fresh = Activity.objects.get(pk=activity.pk)
    services.check_in(activity=fresh, deputy=deputy, code=code_at(fresh, now()), actor=actor)


def test_the_screen_shows_sign_digits_and_who_is_there(
    client: Client, sign_in: Any, clerk_a: Actor, deputy_a: Actor, deputy_row_a: Deputy, meeting: Activity
) -> None:
    clerk = sign_in(client, clerk_a)
    assert _screen(clerk, meeting).status_code == 404
    assert _move(clerk, meeting, "open_check_in").status_code == 302
    assert (
        reverse("desk:check-in", args=[meeting.pk])
        in clerk.get(reverse("desk:matter", args=[meeting.pk])).content.decode()
    )
    words = _screen(clerk, meeting).content.decode()
    assert "<svg" in words
    assert grouped(code_at(Activity.objects.get(pk=meeting.pk), now())) in words
    assert "已签到 0 人，名单上 1 人" in words
    _scan(meeting, deputy_row_a, deputy_a)
    part = _screen(clerk, meeting, **{"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "every 5s" in part
    assert "已签到 1 人，名单上 1 人" in part
    assert "李春生" in part


def test_a_closed_screen_shows_no_code_and_asks_no_more(
    client: Client, sign_in: Any, clerk_a: Actor, meeting: Activity
) -> None:
    clerk = sign_in(client, clerk_a)
    _move(clerk, meeting, "open_check_in")
    _move(clerk, meeting, "close_check_in")
    words = _screen(clerk, meeting).content.decode()
    assert "签到已结束" in words
    assert "<svg" not in words.partition('id="check-in"')[2]
    assert "hx-trigger" not in words


@pytest.mark.parametrize("who", ["deputy_a", "keeper_a", "clerk_b", "city_clerk"])
def test_the_code_is_shown_to_the_organiser_alone(
    who: str, client: Client, sign_in: Any, clerk_a: Actor, meeting: Activity, request: pytest.FixtureRequest
) -> None:
    services.open_check_in(activity=meeting, actor=clerk_a)
    assert _screen(sign_in(client, request.getfixturevalue(who)), meeting).status_code == 404


def test_the_screen_asks_little_however_many_are_there(
    client: Client, sign_in: Any, clerk_a: Actor, meeting: Activity, django_assert_max_num_queries: Any
) -> None:
    services.open_check_in(activity=meeting, actor=clerk_a)
    clerk = sign_in(client, clerk_a)
    _screen(clerk, meeting)
    for number in range(12):
        deputy = register_deputy(
            name=f"代表{number}", level="county", region=meeting.region, place=meeting.place, actor=clerk_a
        )
        meeting.attendances.create(deputy=deputy, checked_in_at=now())
    with django_assert_max_num_queries(6):
        assert _screen(clerk, meeting, **{"HX-Request": "true"}).status_code == 200


def test_who_scanned_is_ticked_with_the_time_and_the_record_says_how(
    client: Client, sign_in: Any, clerk_a: Actor, deputy_a: Actor, deputy_row_a: Deputy, meeting: Activity
) -> None:
    other = register_deputy(name="王小梅", level="county", region=meeting.region, place=meeting.place, actor=clerk_a)
    meeting.attendances.create(deputy=other)
    clerk = sign_in(client, clerk_a)
    _move(clerk, meeting, "open_check_in")
    _scan(meeting, deputy_row_a, deputy_a)
    form = clerk.get(reverse("desk:move", args=[meeting.pk, "hold"]))
    assert form.context["form"].initial["deputies"] == [deputy_row_a.pk]
    assert re.search(r"李春生（\d\d:\d\d 扫码签到）", form.content.decode())
    minute = now().astimezone(CHINA).strftime("%Y-%m-%dT%H:%M")
    sent = {"held_at": minute, "deputies": [deputy_row_a.pk, other.pk], "guests": "", "notes": ""}
    assert _move(clerk, meeting, "hold", **sent).status_code == 302
    words = clerk.get(reverse("desk:matter", args=[meeting.pk])).content.decode()
    assert "2 人，计 2 人次（代表 2 人，其他 0 人）" in words
    assert "2 人：实到 2，请假 0，未到 0" in words
    assert re.search(r"\d\d:\d\d 扫码签到 · 到场</span>", words)
    assert words.count("到场（名单登记）") == 1


def test_the_history_tells_a_room_full_of_check_ins_once_and_leave_with_its_deputy(
    client: Client, sign_in: Any, clerk_a: Actor, deputy_a: Actor, deputy_row_a: Deputy, meeting: Activity, hire: Any,
    body: Any,
) -> None:  # fmt: skip
    names = ["李春生", "王小梅"]
    actor = hire("deputy-mei", "王小梅", Role.DEPUTY, body("deputy_affairs"))
    mei = register_deputy(
        name="王小梅", level="county", region=meeting.region, place=meeting.place, actor=clerk_a,
        person=Person.objects.get(pk=actor.person_id),
    )  # fmt: skip
    away = register_deputy(name="陆大华", level="county", region=meeting.region, place=meeting.place, actor=clerk_a)
    for deputy in (mei, away):
        meeting.attendances.create(deputy=deputy)
    services.note_leave(activity=meeting, deputy=away, reason="住院", actor=clerk_a)
    services.open_check_in(activity=meeting, actor=clerk_a)
    _scan(meeting, deputy_row_a, deputy_a)
    _scan(meeting, mei, actor)
    entries = sign_in(client, clerk_a).get(reverse("desk:matter", args=[meeting.pk])).context["entries"]
    told = {entry.what: entry for entry in entries}
    assert (told["签到（2人）"].who, told["签到（2人）"].role) == ("、".join(names), "")
    assert told["代为登记请假"].said == "住院\n代表：陆大华"


def test_who_scanned_is_left_out_on_purpose_only(
    client: Client, sign_in: Any, clerk_a: Actor, deputy_a: Actor, deputy_row_a: Deputy, meeting: Activity
) -> None:
    clerk = sign_in(client, clerk_a)
    _move(clerk, meeting, "open_check_in")
    loaded = Activity.objects.get(pk=meeting.pk)
    _scan(meeting, deputy_row_a, deputy_a)
    minute = now().astimezone(CHINA).strftime("%Y-%m-%dT%H:%M")
    sent = {"held_at": minute, "deputies": [], "guests": "", "notes": "到会一人。"}
    late = clerk.post(reverse("desk:move", args=[meeting.pk, "hold"]), {"version": loaded.version, **sent})
    assert late.status_code == 422
    assert "已经签到而没有勾选：李春生" in late.content.decode()
    assert "到会一人。" in late.content.decode()
    assert _move(clerk, meeting, "hold", **sent, absent="on").status_code == 302
    assert meeting.attendances.get().came is False


def test_notes_and_photos_come_after_it_was_held(
    client: Client, sign_in: Any, clerk_a: Actor, meeting: Activity
) -> None:
    services.hold_activity(activity=meeting, held_at=now(), notes="代表发了言。", actor=clerk_a)
    clerk = sign_in(client, clerk_a)
    assert "代表发了言。" in clerk.get(reverse("desk:move", args=[meeting.pk, "report"])).content.decode()
    out = io.BytesIO()
    Image.new("RGB", (40, 30)).save(out, "JPEG")
    photos = [SimpleUploadedFile("one.jpg", out.getvalue()), SimpleUploadedFile("two.txt", b"no photo")]
    refused = _move(clerk, meeting, "report", notes="两位代表发了言。", photos=photos)
    assert refused.status_code == 422
    assert "two.txt" in refused.content.decode()
    assert "两位代表发了言。" in refused.content.decode()
    good = SimpleUploadedFile("one.jpg", out.getvalue())
    assert _move(clerk, meeting, "report", notes="两位代表发了言。", photos=[good]).status_code == 302
    assert photos_of(meeting.pk).count() == 1
    assert "两位代表发了言。" in clerk.get(reverse("desk:matter", args=[meeting.pk])).content.decode()


def test_a_deed_promised_there_is_listed_and_the_forms_know_where(
    client: Client, sign_in: Any, clerk_a: Actor, meeting: Activity, code_a: Any
) -> None:
    clerk = sign_in(client, clerk_a)
    form = clerk.get(f"{reverse('desk:promise-deed')}?occasion={meeting.pk}")
    assert str(form.context["form"]["occasion"].value()) == str(meeting.pk)
    record = clerk.get(f"{reverse('desk:record')}?occasion={meeting.pk}")
    assert record.context["form"]["occasion"].value() == str(meeting.pk)
    sent = {"title": "修好村口的桥", "content": "修好村口的桥。", "occasion": str(meeting.pk)}
    assert clerk.post(reverse("desk:promise-deed"), sent).status_code == 302
    assert "修好村口的桥" in clerk.get(reverse("desk:matter", args=[meeting.pk])).content.decode()
    wrong = clerk.post(reverse("desk:promise-deed"), {**sent, "occasion": "x"})
    assert wrong.status_code == 422
    assert wrong.context["form"].errors["occasion"]


def test_the_page_of_an_activity_asks_a_bounded_number_of_queries(
    client: Client, sign_in: Any, clerk_a: Actor, meeting: Activity, code_a: Any, spoken: Any,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    from guantong.opinions.models import Channel
    from guantong.opinions.services import record_opinion

    for number in range(6):
        record_opinion(
            code=code_a, spoken=spoken(f"第{number}件"), channel=Channel.SPOKEN, actor=clerk_a, occasion=meeting
        )
        services.promise_deed(
            title=f"实事{number}", content="修路。", place=meeting.place, region=meeting.region, occasion=meeting,
            actor=clerk_a,
        )  # fmt: skip
    clerk = sign_in(client, clerk_a)
    clerk.get(reverse("desk:matter", args=[meeting.pk]))
    with django_assert_max_num_queries(24):
        words = clerk.get(reverse("desk:matter", args=[meeting.pk])).content.decode()
    assert "6 条，已解决 0 条" in words
