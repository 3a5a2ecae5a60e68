"""What was published of an activity is read without an account, with what its records count and nobody's data."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guantong.accounts.actors import Actor
from guantong.attachments.images import Photo, read_photo
from guantong.attachments.selectors import photos_of
from guantong.base.now import now, today
from guantong.deputies import services
from guantong.deputies.models import Activity, Deputy
from guantong.opinions.models import Channel, Opinion, Outcome
from guantong.opinions.services import record_opinion

pytestmark = pytest.mark.django_db
ANOTHER = "民治村五组的路灯不亮。"


@pytest.fixture
def held(clerk_a: Actor, deputy_row_a: Deputy) -> Activity:
    """A reception of county A with a guest and a photo; nothing of it is published."""
    planned = services.plan_activity(
        title="接待日", category="reception", place=deputy_row_a.place, region=deputy_row_a.region,
        planned_for=today(), deputies=[deputy_row_a], actor=clerk_a,
    )  # fmt: skip
    done = services.hold_activity(activity=planned, held_at=now(), guests=["梁若水"], actor=clerk_a)
    return services.report_activity(
        activity=done, notes="村民黄大强，反映水渠。", photos=[_photo(10), _photo(200)], actor=clerk_a
    )


@pytest.fixture
def publish(clerk_a: Actor) -> Callable[..., Activity]:
    """`publish(activity, photos=…)`: under 代表接待日 with a sentence."""

    def act(activity: Activity, **more: Any) -> Activity:
        said = {"published_title": "代表接待日", "published_text": "听取了水渠的意见。"}
        return services.publish_activity(activity=activity, actor=clerk_a, **{**said, **more})

    return act


def _photo(shade: int) -> Photo:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, shade, shade)).save(out, "JPEG")
    return read_photo(SimpleUploadedFile("photo.jpg", out.getvalue()))


def _page(client: Client, activity: Activity) -> Any:
    return client.get(reverse("portal:activity", args=[activity.pk]))


def _list(client: Client, county: str = "451028") -> str:
    return client.get(reverse("portal:activities", args=[county])).content.decode()


def test_nothing_is_read_before_it_is_published_or_after_it_was_taken_down(
    client: Client, held: Activity, publish: Any, clerk_a: Actor
) -> None:
    assert _page(client, held).status_code == 404
    assert "还没有公开的履职活动" in _list(client)
    published = publish(held)
    assert _page(client, held).status_code == 200
    services.withdraw_publication(activity=published, reason="照片不妥", actor=clerk_a)
    assert _page(client, held).status_code == 404
    assert "代表接待日" not in _list(client)


def test_it_says_what_when_where_and_what_the_records_count(
    client: Client, held: Activity, publish: Any, code_a: Any, spoken: Any, walk: Any, clerk_a: Actor
) -> None:
    publish(held)
    assert "没有登记意见" in _page(client, held).content.decode()
    for body in ("民治村三组的水渠塌了十来米。", ANOTHER):
        record_opinion(code=code_a, spoken=spoken(body), channel=Channel.SPOKEN, actor=clerk_a, occasion=held)
    solved = Opinion.objects.exclude(body=ANOTHER).get()
    walk(walk(solved, "accepted"), "closed", outcome=Outcome.RESOLVED)
    words = _page(client, held).content.decode()
    for said in ("代表接待日", "听取了水渠的意见。", "民治村", f"{today():%Y-%m-%d}", "1 人", "2 条，已解决 1 条"):
        assert said in words
    for kept in ("梁若水", "黄大强", "水渠塌了", ANOTHER, "接待日</h1><p"):
        assert kept not in words
    assert "意见 2 条，已解决 1 条" in _list(client)


def test_only_the_photos_that_were_chosen_are_shown_while_it_is_published(
    client: Client, held: Activity, publish: Any, clerk_a: Actor, settings: Any, tmp_path: Any
) -> None:
    shown, kept = photos_of(held.pk)
    published = publish(held, photos=[shown])
    words = _page(client, held).content.decode()
    for name in ("portal:activity-photo", "portal:activity-thumbnail"):
        assert reverse(name, args=[shown.pk]) in words
        assert client.get(reverse(name, args=[shown.pk])).status_code == 200
        assert client.get(reverse(name, args=[kept.pk])).status_code == 404
    services.withdraw_publication(activity=published, reason="看得清脸", actor=clerk_a)
    assert client.get(reverse("portal:activity-photo", args=[shown.pk])).status_code == 404


def test_a_county_shows_its_own(client: Client, held: Activity, publish: Any) -> None:
    publish(held)
    assert "代表接待日" in _list(client)
    assert "代表接待日" not in _list(client, "451029")
    for nowhere in ("999999", "x"):
        assert client.get(reverse("portal:activities", args=[nowhere])).status_code == 404
    assert (
        reverse("portal:activities", args=["451028"])
        in client.get(reverse("portal:stations", args=["451028"])).content.decode()
    )


def test_the_list_asks_little_however_long_it_is(
    client: Client, held: Activity, publish: Any, clerk_a: Actor, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        planned = services.plan_activity(
            title=f"接待日{number}", category="reception", place=held.place, region=held.region,
            planned_for=today(), actor=clerk_a,
        )  # fmt: skip
        publish(services.hold_activity(activity=planned, held_at=now(), actor=clerk_a))
    with django_assert_max_num_queries(5):
        words = _list(client)
    assert words.count("代表接待日") == 25
    assert "after=" in words
