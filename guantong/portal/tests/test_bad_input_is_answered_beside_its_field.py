"""What is wrong in the form is said beside the field, and nothing typed is lost."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guantong.opinions import codebook
from guantong.opinions.models import IntakeCode, Opinion

pytestmark = pytest.mark.django_db
Send = Callable[..., Any]


@pytest.mark.parametrize("nothing", ["", "   \n ", "\u200b\u200d", "\x00\x07"])
def test_a_form_that_says_nothing_keeps_the_rest(send: Send, nothing: str) -> None:
    answer = send(nothing, where="村口大榕树下", contact_name="老黄")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "请写明要反映的问题。" in page
    assert "村口大榕树下" in page
    assert "老黄" in page
    assert not Opinion.objects.exists()


def test_100_000_characters_come_back_with_what_is_allowed(send: Send) -> None:
    answer = send("渠" * 100_000)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "有100000字，最多可写5000字" in page
    assert "渠" * 100_000 in page


def test_5000_characters_are_taken(send: Send) -> None:
    assert send("渠" * 5000).status_code == 303


@pytest.mark.parametrize("number", ["你猜", "123", "1" * 20, "138-0013-800a", "+", "١٢٣٤٥٦٧٨"])
def test_a_phone_that_is_none_is_told_and_shown_again(send: Send, number: str) -> None:
    answer = send(contact_phone=number)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "请填写手机号码" in page
    assert f'value="{number}"' in page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("１３８００１３８０００", "13800138000"),
        ("(0776) 282-4567", "07762824567"),
        ("+86 13800138000", "+8613800138000"),
    ],
)
def test_a_phone_is_kept_as_digits_however_it_was_typed(send: Send, typed: str, kept: str) -> None:
    assert send(contact_phone=typed).status_code == 303
    assert Opinion.objects.get().contact_phone == kept


def test_signs_that_cannot_be_kept_are_left_out(send: Send) -> None:
    assert send("路\x00灯\x1b[31m坏\u202e了😀👨‍👩‍👧\r\n第二行").status_code == 303
    assert Opinion.objects.get().body == "路灯[31m坏了😀👨‍👩‍👧\n第二行"


def test_control_characters_in_every_field_do_no_harm(send: Send) -> None:
    assert send(where="\x00村\x00口", contact_name="\x00", contact_phone="\x0013800138000").status_code == 303
    opinion = Opinion.objects.get()
    assert (opinion.where, opinion.contact_name, opinion.contact_phone) == ("村口", "", "13800138000")


def test_a_form_without_its_id_or_with_a_foolish_one_is_taken(send: Send) -> None:
    assert send(client_id="").status_code == 303
    assert send(client_id="不是编号\x00").status_code == 303
    assert Opinion.objects.count() == 2


@pytest.mark.parametrize("token", ["NOSUCH00", "%00", "%F0%9F%98%80", "a" * 300, "..%2f..%2fetc"])
def test_a_code_that_was_never_given_out_says_what_to_do(phone: Client, token: str) -> None:
    answer = phone.get(f"/c/{token}/")
    assert answer.status_code == 404


def test_an_unknown_code_gives_back_what_was_typed(phone: Client, db: None) -> None:
    answer = phone.post("/c/NOSUCH00/", {"body": "写了很久的话"})
    assert answer.status_code == 404
    assert "写了很久的话" in answer.content.decode()
    assert "没有这个二维码" in answer.content.decode()


def test_a_code_that_ran_out_says_what_to_do(phone: Client, send: Send, code_a: IntakeCode, later: Any) -> None:
    from guantong.base.now import today

    IntakeCode.objects.filter(pk=code_a.pk).update(expires_on=today())
    codebook.forget()
    assert phone.get(reverse("portal:speak", args=[code_a.token])).status_code == 200
    with later(days=2):
        page = phone.get(reverse("portal:speak", args=[code_a.token]))
        answer = send("过期以后才写好的话")
    assert page.status_code == answer.status_code == 410
    assert "已经停用" in page.content.decode()
    assert "过期以后才写好的话" in answer.content.decode()
    assert not Opinion.objects.exists()


def test_a_withdrawn_code_takes_nothing(phone: Client, send: Send, code_a: IntakeCode, clerk_a: Any) -> None:
    from guantong.opinions.services import withdraw_code

    withdraw_code(code=code_a, reason="牌子丢了", actor=clerk_a)
    assert phone.get(reverse("portal:speak", args=[code_a.token])).status_code == 410
    assert send().status_code == 410


def test_a_form_without_proof_of_origin_gives_back_what_was_typed(code_a: IntakeCode) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("portal:speak", args=[code_a.token]), {"body": "写了很久的话"})
    assert answer.status_code == 403
    assert "写了很久的话" in answer.content.decode()
    assert not Opinion.objects.exists()


def test_more_text_than_is_ever_read_gets_a_page(send: Send) -> None:
    answer = send("渠" * 1_000_000)
    assert answer.status_code == 413
    assert "太大或不完整" in answer.content.decode()


def test_more_files_than_are_ever_read_get_a_page(send: Send, settings: Any, jpeg: Callable[..., Any]) -> None:
    answer = send(photos=[jpeg(f"{n}.jpg") for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)])
    assert answer.status_code == 413
    assert "张照片" in answer.content.decode()


def test_a_body_that_is_no_form_gets_a_page(phone: Client, code_a: IntakeCode) -> None:
    url = reverse("portal:speak", args=[code_a.token])
    broken = phone.post(url, b"--x\r\nbroken", content_type="multipart/form-data; boundary=\xe4")
    foreign = phone.post(url, b"{}", content_type="application/json")
    assert broken.status_code == 413
    assert foreign.status_code == 422


@pytest.mark.parametrize("length", ["99999999999", "-1", "abc"])
def test_a_length_that_cannot_be_gets_a_page(phone: Client, code_a: IntakeCode, length: str) -> None:
    answer = phone.generic("POST", reverse("portal:speak", args=[code_a.token]), b"", CONTENT_LENGTH=length)
    assert answer.status_code == 413


def test_files_in_fields_of_text_do_no_harm(send: Send) -> None:
    body = SimpleUploadedFile("body.txt", io.BytesIO(b"x").getvalue())
    assert send("正文", where=body).status_code == 303
