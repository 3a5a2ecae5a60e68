"""First page, stations of a county, privacy, choices, robots."""

from typing import Any

import pytest
from django.conf import settings as project
from django.test import Client
from django.urls import reverse

from guantong.opinions.models import IntakeCode
from guantong.opinions.services import withdraw_code

pytestmark = pytest.mark.django_db


def test_the_first_page_leads_to_a_form_in_two_steps(phone: Client, code_a: IntakeCode, code_b: IntakeCode) -> None:
    first = phone.get(reverse("portal:home")).content.decode()
    for county in ("451028", "451029"):
        assert reverse("portal:stations", args=[county]) in first
    second = phone.get(reverse("portal:stations", args=["451028"])).content.decode()
    assert reverse("portal:speak", args=[code_a.token]) in second
    assert code_b.token not in second


def test_the_first_page_stands_without_any_station(phone: Client) -> None:
    assert phone.get(reverse("portal:home")).status_code == 200


def test_codes_of_one_deputy_or_enterprise_are_not_listed(
    phone: Client, code_a: IntakeCode, deputy_code_a: IntakeCode, enterprise_code_a: IntakeCode
) -> None:
    page = phone.get(reverse("portal:stations", args=["451028"])).content.decode()
    assert code_a.token in page
    assert deputy_code_a.token not in page
    assert enterprise_code_a.token not in page


def test_a_withdrawn_code_is_not_listed(phone: Client, code_a: IntakeCode, clerk_a: Any) -> None:
    withdraw_code(code=code_a, reason="换新", actor=clerk_a)
    assert code_a.token not in phone.get(reverse("portal:stations", args=["451028"])).content.decode()


@pytest.mark.parametrize("code", ["999999", "乐业", "%00", "1", "4" * 500])
def test_a_county_that_is_not_there_does_not_open(phone: Client, code: str) -> None:
    assert phone.get(f"/s/{code}/").status_code == 404


def test_large_type_is_one_tap_and_remembered(phone: Client, code_a: IntakeCode) -> None:
    page = reverse("portal:speak", args=[code_a.token])
    assert 'data-mode="elder"' not in phone.get(page).content.decode()
    answer = phone.post(reverse("portal:mode"), {"next": page})
    assert (answer.status_code, answer["Location"]) == (303, page)
    assert 'data-mode="elder"' in phone.get(page).content.decode()
    phone.post(reverse("portal:mode"), {"next": page})
    assert 'data-mode="elder"' not in phone.get(page).content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil", ""]
)
def test_a_choice_leads_to_no_other_site(phone: Client, elsewhere: str) -> None:
    for name in ("portal:mode", "portal:language"):
        assert phone.post(reverse(name), {"next": elsewhere, "language": "en"})["Location"] == "/"


def test_the_language_is_remembered_and_a_foolish_one_is_not(phone: Client) -> None:
    phone.post(reverse("portal:language"), {"language": "en"})
    assert 'lang="en"' in phone.get("/").content.decode()
    phone.post(reverse("portal:language"), {"language": "xx\r\nX: y"})
    assert phone.cookies[project.LANGUAGE_COOKIE_NAME].value == "en"
    phone.post(reverse("portal:language"), {"language": "zh-hans"})
    assert 'lang="zh-hans"' in phone.get("/").content.decode()


def test_choices_are_made_by_sending_not_by_looking(phone: Client) -> None:
    assert phone.get(reverse("portal:mode")).status_code == 405
    assert phone.get(reverse("portal:language")).status_code == 405


def test_search_engines_are_kept_from_what_people_say(phone: Client) -> None:
    answer = phone.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    assert "Disallow: /\n" in answer.content.decode()


def test_the_privacy_notice_bears_its_version(phone: Client) -> None:
    from guantong.opinions.services.spoken import NOTICE_VERSION

    assert NOTICE_VERSION in phone.get(reverse("portal:privacy")).content.decode()


def test_a_receipt_that_this_browser_does_not_have_leads_to_the_lookup(phone: Client) -> None:
    assert phone.get(reverse("portal:receipt"))["Location"] == reverse("portal:follow")


@pytest.mark.django_db
def test_the_title_of_the_sign_in_page_names_the_house_and_not_the_host(phone: Client) -> None:
    assert "<title>工作人员登录 · 贯通</title>" in phone.get(reverse("sign-in")).content.decode()
