"""Photos sent with an opinion."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guantong.accounts.actors import Actor
from guantong.attachments.models import Attachment
from guantong.attachments.selectors import photos_of
from guantong.audit.models import Entry
from guantong.opinions.models import Opinion

pytestmark = pytest.mark.django_db
Send = Callable[..., Any]


def _fake(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def test_up_to_four_photos_belong_to_the_opinion(send: Send, jpeg: Callable[..., Any]) -> None:
    colours = ["red", "green", "blue", "gold"]
    assert send(photos=[jpeg(f"{c}.jpg", colour=c) for c in colours]).status_code == 303
    kept = list(photos_of(Opinion.objects.get().pk))
    assert [photo.name for photo in kept] == [f"{c}.jpg" for c in colours]
    assert all(len(photo.digest) == 64 for photo in kept)


def test_a_fifth_photo_is_named_and_the_first_four_are_kept(send: Send, jpeg: Callable[..., Any]) -> None:
    answer = send(photos=[jpeg(f"{n}.jpg", size=(20 + n, 20)) for n in range(5)])
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "最多4张照片，“4.jpg”没有收下" in page
    assert Attachment.objects.filter(role="draft").count() == 4


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("文字.jpg", "这不是照片".encode(), "打不开"),
        ("图.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "打不开"),
        ("空.jpg", b"", "空的"),
        ("苹果.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "HEIC"),
        ("页.jpg", b"%PDF-1.7", "打不开"),
    ],
)
def test_a_file_that_is_no_photo_is_told_beside_the_field(send: Send, name: str, content: bytes, said: str) -> None:
    answer = send("正文还在", photos=[_fake(name, content)])
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert name in page
    assert "正文还在" in page
    assert not Opinion.objects.exists()


def test_a_photo_that_was_cut_off_is_refused(send: Send, jpeg: Callable[..., Any]) -> None:
    whole = jpeg(size=(400, 400)).read()
    answer = send(photos=[_fake("断.jpg", whole[: len(whole) // 2])])
    assert answer.status_code == 422
    assert "打不开" in answer.content.decode()


def test_a_picture_that_would_fill_the_memory_is_refused(send: Send) -> None:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    assert len(out.getvalue()) < 1_000_000
    answer = send(photos=[_fake("炸弹.png", out.getvalue())])
    assert answer.status_code == 422
    assert "画面太大" in answer.content.decode()


def test_a_file_that_is_too_large_is_told_with_its_size(send: Send) -> None:
    answer = send(photos=[_fake("大.jpg", b"\xff\xd8" + b"0" * (9 * 1024 * 1024))])
    assert answer.status_code == 422
    assert "9.0 MB，一张最多8 MB" in answer.content.decode()


def test_files_that_are_too_large_together_are_told(send: Send, jpeg: Callable[..., Any]) -> None:
    pad = b"0" * (7 * 1024 * 1024)
    photos = [SimpleUploadedFile(f"{n}.jpg", jpeg(size=(20 + n, 20)).read() + pad) for n in range(3)]
    answer = send(photos=photos)
    assert answer.status_code == 422
    assert "照片合计超过20 MB，“2.jpg”没有收下" in answer.content.decode()


def test_good_photos_of_a_refused_form_need_not_be_chosen_again(send: Send, jpeg: Callable[..., Any]) -> None:
    form = {"client_id": str(uuid4())}
    page = send("", photos=[jpeg("好的.jpg"), _fake("坏的.jpg", b"x")], **form).content.decode()
    assert "已经收到的照片" in page
    assert "好的.jpg" in page
    assert send("这次写了", kept="1", **form).status_code == 303
    assert [photo.name for photo in photos_of(Opinion.objects.get().pk)] == ["好的.jpg"]


def test_a_kept_photo_can_be_left_out(send: Send, jpeg: Callable[..., Any]) -> None:
    form = {"client_id": str(uuid4())}
    send("", photos=[jpeg("好的.jpg")], **form)
    draft = Attachment.objects.get()
    assert send("这次写了", kept="1", drop=[str(draft.pk), "胡写"], **form).status_code == 303
    assert not Attachment.objects.exists()
    assert not Path(draft.file.path).exists()


def test_photos_go_with_the_text_when_a_form_was_used_before(send: Send, jpeg: Callable[..., Any]) -> None:
    form = {"client_id": str(uuid4())}
    send("第一件", **form)
    page = send("第二件", photos=[jpeg("二.jpg")], **form).content.decode()
    fresh = page.split('name="client_id" value="')[1].split('"')[0]
    send("第二件", client_id=fresh, kept="1")
    assert [p.name for p in photos_of(Opinion.objects.get(body="第二件").pk)] == ["二.jpg"]
    assert not photos_of(Opinion.objects.get(body="第一件").pk).exists()


def test_a_form_sent_twice_has_its_photos_once(send: Send, jpeg: Callable[..., Any]) -> None:
    form = {"client_id": str(uuid4())}
    for _ in range(2):
        assert send(photos=[jpeg()], **form).status_code == 303
    assert Attachment.objects.count() == 1


def test_a_form_sent_again_and_again_adds_no_photo(send: Send, jpeg: Callable[..., Any]) -> None:
    form = {"client_id": str(uuid4())}
    send(photos=[jpeg(f"{n}.jpg", size=(20 + n, 20)) for n in range(4)], **form)
    for turn in range(1, 4):
        more = [jpeg(f"{turn}{n}.jpg", size=(20 + n, 20 + turn)) for n in range(4)]
        answer = send(photos=more, **form)
        assert answer.status_code == 422
        assert "已经提交过另一件意见" in answer.content.decode()
    assert photos_of(Opinion.objects.get().pk).count() == 4


def test_drafts_of_a_form_are_bounded_too(send: Send, jpeg: Callable[..., Any]) -> None:
    form = {"client_id": str(uuid4())}
    for turn in range(3):
        send("", photos=[jpeg(f"{n}.jpg", size=(20 + n, 20 + turn)) for n in range(4)], **form)
    assert Attachment.objects.count() == 4
    assert send("这次写了", kept="1", **form).status_code == 303
    assert photos_of(Opinion.objects.get().pk).count() == 4


def test_the_first_entry_names_the_photos(send: Send, jpeg: Callable[..., Any]) -> None:
    send(photos=[jpeg("一.jpg"), jpeg("二.jpg", colour="red")])
    opinion = Opinion.objects.get()
    named = Entry.objects.get(chain=opinion.pk, seq=1).data["photos"]
    assert named == [photo.digest for photo in photos_of(opinion.pk)]


def test_photos_missing_after_a_crash_are_added_by_the_same_form(
    send: Send, jpeg: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    form = {"client_id": str(uuid4())}
    with monkeypatch.context() as crash:
        crash.setattr("guantong.portal.views.speak.keep_photo", lambda **_: 1 / 0)
        assert send(photos=[jpeg()], **form).status_code == 500
    assert send(photos=[jpeg()], **form).status_code == 303
    assert photos_of(Opinion.objects.get().pk).count() == 1


def test_the_sender_sees_the_photos_and_a_stranger_does_not(
    phone: Client, send: Send, jpeg: Callable[..., Any]
) -> None:
    send(photos=[jpeg()])
    photo = Attachment.objects.get()
    for name in ("portal:photo", "portal:thumbnail"):
        url = reverse(name, args=[photo.pk])
        seen = phone.get(url)
        assert seen.status_code == 200
        assert seen["X-Content-Type-Options"] == "nosniff"
        assert "private" in seen["Cache-Control"]
        assert seen["Content-Disposition"].startswith("inline")
        assert Image.open(io.BytesIO(b"".join(seen))).format == "JPEG"
        assert Client().get(url).status_code == 404


def test_staff_of_the_county_see_the_photos_and_those_of_another_do_not(
    send: Send, jpeg: Callable[..., Any], sign_in: Callable[..., Client], clerk_a: Actor, clerk_b: Actor
) -> None:
    send(photos=[jpeg()])
    url = reverse("portal:photo", args=[Attachment.objects.get().pk])
    assert sign_in(Client(), clerk_a).get(url).status_code == 200
    assert sign_in(Client(), clerk_b).get(url).status_code == 404


def test_a_draft_is_shown_to_nobody(phone: Client, send: Send, jpeg: Callable[..., Any]) -> None:
    send("", photos=[jpeg()])
    assert phone.get(reverse("portal:photo", args=[Attachment.objects.get().pk])).status_code == 404


def test_a_photo_whose_file_is_gone_is_a_page_that_does_not_open(
    phone: Client, send: Send, jpeg: Callable[..., Any]
) -> None:
    send(photos=[jpeg()])
    photo = Attachment.objects.get()
    Path(photo.file.path).unlink()
    assert phone.get(reverse("portal:photo", args=[photo.pk])).status_code == 404
    assert phone.get(reverse("portal:thumbnail", args=[photo.pk])).status_code == 404
