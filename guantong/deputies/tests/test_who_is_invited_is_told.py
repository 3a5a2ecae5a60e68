"""Who is invited sees the activity and is told of it; what came of it is told with masked words and chosen photos."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guantong.accounts.actors import Actor
from guantong.attachments.images import Photo, read_photo
from guantong.attachments.selectors import photos_of
from guantong.audit.models import Entry
from guantong.base.refusals import BadInput
from guantong.deputies import services
from guantong.deputies.models import Activity, Deputy
from guantong.deputies.selectors import activities_for
from guantong.notifications.reading import messages_for

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


def _photo(shade: int) -> Photo:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, shade, shade)).save(out, "JPEG")
    return read_photo(SimpleUploadedFile(f"photo-{shade}.jpg", out.getvalue()))


def test_a_deputys_body_sees_what_they_are_invited_to_and_is_told_once(
    plan: Make, deputy_a: Actor, deputy_row_a: Deputy, enter: Make
) -> None:
    plan("inspection", deputies=[enter("王小梅")])
    assert not activities_for(deputy_a).exists()
    invited = plan("training", deputies=[deputy_row_a, enter("陆大华")])
    plan("training", deputies=[deputy_row_a], client_id=invited.pk)
    assert activities_for(deputy_a).get() == invited
    told = messages_for(deputy_a).get()
    assert (told.text, told.subject) == ("邀请参加：李春生", invited.pk)
    assert services.sign_up(activity=invited, deputy=deputy_row_a, actor=deputy_a).state == "planned"


def test_who_plans_for_their_own_station_is_not_told_by_themself(
    plan: Make, deputy_a: Actor, deputy_row_a: Deputy
) -> None:
    plan("reception", deputies=[deputy_row_a], actor=deputy_a)
    assert not messages_for(deputy_a).exists()


def test_notes_and_photos_are_added_after_holding(plan: Make, hold: Make, clerk_a: Actor) -> None:
    held: Activity = hold(plan("reception"), notes="来了三十多人。")
    first, second = _photo(10), _photo(200)
    services.report_activity(activity=held, notes="来了三十多人，记下意见四条。", photos=[first], actor=clerk_a)
    again = services.report_activity(activity=held, notes="记下意见五条。", photos=[second], actor=clerk_a)
    assert (again.notes, again.reported_at is not None) == ("记下意见五条。", True)
    assert {photo.digest for photo in photos_of(held.pk)} == {first.digest, second.digest}
    entries = Entry.objects.filter(chain=held.pk, action="report").order_by("seq")
    assert [entry.data["photos"] for entry in entries] == [[first.digest], [second.digest]]


def test_what_is_published_bears_no_numbers_and_only_the_chosen_photos(plan: Make, hold: Make, clerk_a: Actor) -> None:
    held = hold(plan("reception"))
    services.report_activity(
        activity=held, notes="村民黄大强，反映水渠，电话13878781234。", photos=[_photo(10), _photo(200)], actor=clerk_a
    )
    title, text = services.reporting.words_to_publish(Activity.objects.get(pk=held.pk))
    assert title == "审计整改调研"
    assert "黄大强" not in text
    one = photos_of(held.pk)[0]
    published = services.publish_activity(
        activity=held, published_title="接待日", published_text="请致电13878781234。", photos=[one], actor=clerk_a
    )
    assert "13878781234" not in published.published_text
    assert list(published.shown_photos.all()) == [one]
    withdrawn = services.withdraw_publication(activity=published, reason="照片看得清脸", actor=clerk_a)
    assert (withdrawn.published_text, withdrawn.published_at) == ("", None)
    assert not withdrawn.shown_photos.exists()


def test_a_photo_of_something_else_is_not_published(plan: Make, hold: Make, clerk_a: Actor) -> None:
    held, other = hold(plan("reception")), hold(plan("theme"))
    services.report_activity(activity=other, notes="主题活动。", photos=[_photo(10)], actor=clerk_a)
    with pytest.raises(BadInput) as no:
        services.publish_activity(
            activity=held, published_title="接待日", published_text="听取了意见。", actor=clerk_a,
            photos=list(photos_of(other.pk)),
        )  # fmt: skip
    assert "photos" in no.value.fields


def test_a_deed_is_promised_at_an_activity_of_the_same_county(
    plan: Make, county_a: Any, county_b: Any, clerk_a: Actor, clerk_b: Actor
) -> None:
    here = plan("reception")
    deed = services.promise_deed(
        title="修桥", content="修好村口的桥。", place=county_a, region=county_a, occasion=here, actor=clerk_a
    )
    assert list(here.promised_deeds.all()) == [deed]
    with pytest.raises(BadInput, match="本县"):
        services.promise_deed(
            title="修桥", content="修好村口的桥。", place=county_b, region=county_b, occasion=here, actor=clerk_b
        )
