"""The secret of a receipt: shown once to whoever wrote the opinion down, and again only by an act with an entry."""

import io
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guantong.attachments.selectors import photos_of
from guantong.audit.models import Entry
from guantong.opinions import services as opinions
from guantong.opinions.models import Channel, Opinion
from guantong.opinions.receipts import grouped, secret_of
from guantong.opinions.services.speaking import photos_declared

pytestmark = pytest.mark.django_db


def filled_in(code: Any, **more: Any) -> dict[str, Any]:
    return {"client_id": str(uuid4()), "code": code.token, "channel": "spoken", "body": "圩场没有公厕。", **more}


@pytest.fixture
def said(code_a: Any, keeper_a: Any, spoken: Any) -> Opinion:
    return opinions.record_opinion(code=code_a, spoken=spoken(), channel=Channel.SPOKEN, actor=keeper_a)


@pytest.mark.parametrize("door", ["desk:record", "field:record"])
def test_whoever_wrote_it_down_sees_it_once(
    client: Client, sign_in: Any, keeper_a: Any, code_a: Any, door: str
) -> None:
    answer = sign_in(client, keeper_a).post(reverse(door), filled_in(code_a))
    secret = grouped(secret_of(Opinion.objects.get().pk))
    assert secret in client.get(answer.url).content.decode()
    again = client.get(answer.url).content.decode()
    assert secret not in again
    assert "重印原因" in again


def test_a_form_sent_twice_at_once_still_leads_to_the_slip(
    client: Client, sign_in: Any, keeper_a: Any, code_a: Any
) -> None:
    form = filled_in(code_a)
    sign_in(client, keeper_a).post(reverse("desk:record"), form)
    answer = client.post(reverse("desk:record"), form)
    assert grouped(secret_of(Opinion.objects.get().pk)) in client.get(answer.url).content.decode()


def test_a_form_sent_again_later_shows_no_secret(
    client: Client, sign_in: Any, keeper_a: Any, code_a: Any, later: Any
) -> None:
    form = filled_in(code_a)
    sign_in(client, keeper_a).post(reverse("desk:record"), form)
    client.get(reverse("desk:record-slip", args=[Opinion.objects.get().pk]))
    with later(hours=1):
        answer = client.post(reverse("desk:record"), form)
        assert grouped(secret_of(Opinion.objects.get().pk)) not in client.get(answer.url).content.decode()


@pytest.mark.parametrize("who", ["clerk_a", "keeper_a"])
def test_nobody_reads_the_secret_without_an_entry(
    client: Client, sign_in: Any, said: Opinion, who: str, request: pytest.FixtureRequest
) -> None:
    actor = request.getfixturevalue(who)
    address, secret = reverse("desk:record-slip", args=[said.pk]), grouped(secret_of(said.pk))
    assert secret not in sign_in(client, actor).get(address).content.decode()
    refused = client.post(address, {"reason": "  "})
    assert refused.status_code == 422
    assert secret not in refused.content.decode()
    assert not Entry.objects.filter(action="reprint_slip").exists()
    assert secret in client.post(address, {"reason": "本人来站，回执丢失"}).content.decode()
    entry = Entry.objects.get(chain=said.pk, action="reprint_slip")
    assert (entry.author, entry.reason) == (actor.name, "本人来站，回执丢失")
    assert secret not in client.get(address).content.decode()


@pytest.mark.parametrize("who", ["clerk_b", "second_clerk_a", "deputy_a"])
def test_a_slip_is_for_its_writer_and_the_countys_congress(
    client: Client, sign_in: Any, said: Opinion, who: str, request: pytest.FixtureRequest
) -> None:
    answer = sign_in(client, request.getfixturevalue(who)).get(reverse("desk:record-slip", args=[said.pk]))
    assert answer.status_code == (200 if who == "second_clerk_a" else 404)


def test_an_opinion_of_a_phone_has_no_slip(client: Client, sign_in: Any, clerk_a: Any, opinion_a: Opinion) -> None:
    assert sign_in(client, clerk_a).get(reverse("desk:record-slip", args=[opinion_a.pk])).status_code == 404


def test_whoever_asked_is_told_that_it_was_printed_again(client: Client, said: Opinion, clerk_a: Any) -> None:
    opinions.reprint_slip(opinion=said, reason="本人来站", actor=clerk_a)
    numbers = {"number": said.receipt, "secret": secret_of(said.pk)}
    shown = client.post(reverse("portal:follow"), numbers, follow=True).content.decode()
    assert "重印了您的回执" in shown
    assert "本人来站" in shown


def test_what_staff_do_for_the_person_is_marked(
    client: Client, sign_in: Any, opinion_a: Opinion, walk: Any, clerk_a: Any
) -> None:
    answered = walk(opinion_a, to="answered")
    opinions.confirm_opinion(opinion=answered, rated_process=3, rated_result=3, actor=clerk_a)
    assert Entry.objects.get(chain=opinion_a.pk, action="confirm").data["on_behalf"] is True
    shown = sign_in(client, clerk_a).get(reverse("desk:matter", args=[opinion_a.pk])).content.decode()
    assert "由工作人员代当事人办理" in shown


def test_what_the_person_does_themselves_is_not(opinion_a: Opinion, walk: Any) -> None:
    walk(opinion_a, to="confirmed")
    assert "on_behalf" not in Entry.objects.get(chain=opinion_a.pk, action="confirm").data


def picture(shade: int) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (8, 6), (shade, 0, 0)).save(out, "PNG")
    return SimpleUploadedFile(f"{shade}.png", out.getvalue(), content_type="image/png")


@pytest.mark.django_db(transaction=True)
def test_photos_written_down_are_bounded_and_in_the_ledger(
    client: Client, sign_in: Any, keeper_a: Any, code_a: Any
) -> None:
    form = filled_in(code_a)
    sign_in(client, keeper_a)
    client.post(reverse("desk:record"), {**form, "photos": [picture(n) for n in range(6)]})
    said = Opinion.objects.get()
    more = client.post(reverse("desk:record"), {**form, "photos": [picture(9)]})
    assert more.status_code == 422
    kept = {photo.digest for photo in photos_of(said.pk)}
    assert len(kept) == 6
    assert photos_declared(said) == kept
    assert set(Entry.objects.get(chain=said.pk, seq=1).data["photos"]) == kept
