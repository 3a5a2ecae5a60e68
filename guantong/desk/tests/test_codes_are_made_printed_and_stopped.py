"""The desk's pages of printed codes."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.opinions import sheets
from guantong.opinions.models import IntakeCode

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client, sign_in: Any, clerk_a: Any) -> Client:
    return sign_in(client, clerk_a)


def test_a_code_is_made_for_each_kind_of_owner(
    clerk: Client, station_a: Any, stall_a: Any, deputy_row_a: Any, enterprise_a: Any
) -> None:
    owners = {
        f"station:{station_a.pk}": "station",
        f"station:{stall_a.pk}": "stall",
        f"deputy:{deputy_row_a.pk}": "deputy",
        f"enterprise:{enterprise_a.pk}": "enterprise",
    }
    for owner, source in owners.items():
        answer = clerk.post(reverse("desk:make-code"), {"owner": owner, "expires_on": ""})
        assert answer.status_code == 302
        assert IntakeCode.objects.latest("id").source == source


@pytest.mark.parametrize(
    "owner", ["", "station:999999", "station:", "deputy:-1", "enterprise:1e9", "x:1", "station:99999999999999999999"]
)
def test_an_owner_that_is_none_is_refused(clerk: Client, owner: str) -> None:
    answer = clerk.post(reverse("desk:make-code"), {"owner": owner, "expires_on": ""})
    assert answer.status_code == 422
    assert not IntakeCode.objects.exists()


def test_another_countys_station_is_no_choice(clerk: Client, code_b: IntakeCode) -> None:
    answer = clerk.post(reverse("desk:make-code"), {"owner": f"station:{code_b.station_id}"})
    assert answer.status_code == 422


def test_a_past_expiry_is_refused_and_the_owner_stays_chosen(clerk: Client, station_a: Any) -> None:
    answer = clerk.post(reverse("desk:make-code"), {"owner": f"station:{station_a.pk}", "expires_on": "2020-01-01"})
    assert answer.status_code == 422
    assert f'value="station:{station_a.pk}" selected' in answer.content.decode()


def test_the_list_shows_the_countys_own(clerk: Client, code_a: IntakeCode, code_b: IntakeCode) -> None:
    shown = clerk.get(reverse("desk:codes")).content.decode()
    assert reverse("desk:code", args=[code_a.token]) in shown
    assert code_b.token not in shown


def test_a_stopped_code_says_why_it_stopped_and_offers_no_sheet(clerk: Client, code_a: IntakeCode) -> None:
    answer = clerk.post(reverse("desk:withdraw-code", args=[code_a.token]), {"reason": "贴纸丢失"}, follow=True)
    assert "已停用" in answer.content.decode()
    assert reverse("desk:code-sheet", args=[code_a.token]) not in answer.content.decode()


def test_stopping_needs_a_reason(clerk: Client, code_a: IntakeCode) -> None:
    answer = clerk.post(reverse("desk:withdraw-code", args=[code_a.token]), {"reason": " "})
    assert answer.status_code == 422
    code_a.refresh_from_db()
    assert code_a.withdrawn_at is None


@pytest.mark.parametrize("name", ["code", "code-sheet", "code-pdf"])
def test_another_countys_code_does_not_exist(clerk: Client, code_b: IntakeCode, name: str) -> None:
    assert clerk.get(reverse(f"desk:{name}", args=[code_b.token])).status_code == 404


@pytest.mark.parametrize("size", ["a4", "a6", "x"])
def test_one_code_is_printed(clerk: Client, code_a: IntakeCode, size: str) -> None:
    page = clerk.get(reverse("desk:code-sheet", args=[code_a.token]), {"size": size})
    assert code_a.token in page.content.decode()
    pdf = clerk.get(reverse("desk:code-pdf", args=[code_a.token]), {"size": size})
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_without_what_pdf_needs_the_page_says_what_to_install(
    clerk: Client, code_a: IntakeCode, monkeypatch: Any
) -> None:
    monkeypatch.setattr(sheets, "has_chinese_font", lambda: False)
    answer = clerk.get(reverse("desk:code-pdf", args=[code_a.token]))
    assert answer.status_code == 503
    assert "fonts-noto-cjk" in answer.content.decode()


def test_a_long_sheet_is_ordered_and_watched(clerk: Client, station_a: Any, clerk_a: Any, monkeypatch: Any) -> None:
    from guantong.opinions.services import make_code

    monkeypatch.setattr("guantong.desk.views.code_sheets.AT_ONCE", 2)
    for _code in range(3):
        make_code(owner=station_a, actor=clerk_a)
    assert "共 3 张卡片" in clerk.get(reverse("desk:codes-sheet")).content.decode()
    answer = clerk.post(reverse("desk:order-codes"), {"source": ""}, follow=True)
    assert "0 / 3" in answer.content.decode()
    work = answer.context["work"]
    stopped = clerk.post(reverse("desk:cancel-work", args=[work.pk]), follow=True)
    assert "已取消" in stopped.content.decode()


def test_somebody_elses_work_does_not_exist(client: Client, sign_in: Any, clerk_a: Any, second_clerk_a: Any) -> None:
    from guantong.base.works import begin_work

    work = begin_work(what="打印", total=3, person_id=clerk_a.person_id)
    assert sign_in(client, second_clerk_a).get(reverse("desk:work", args=[work.pk])).status_code == 404


def test_only_the_congress_makes_codes(client: Client, sign_in: Any, keeper_a: Any, department_a: Any) -> None:
    for actor in (keeper_a, department_a):
        assert sign_in(client, actor).get(reverse("desk:codes")).status_code == 404


ONLY_HERE = "印出来手机扫不开"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_sheet_that_no_phone_could_open_says_so(clerk: Client, code_a: IntakeCode, host: str) -> None:
    for name in ("desk:code", "desk:code-sheet"):
        assert ONLY_HERE in clerk.get(reverse(name, args=[code_a.token]), HTTP_HOST=host).content.decode()
    assert ONLY_HERE in clerk.get(reverse("desk:codes-sheet"), HTTP_HOST=host).content.decode()


def test_codes_carry_the_public_address_whatever_host_was_asked(
    clerk: Client, code_a: IntakeCode, settings: Any
) -> None:
    settings.PUBLIC_ADDRESS = "https://rd.example.cn"
    shown = clerk.get(reverse("desk:code-sheet", args=[code_a.token]), HTTP_HOST="127.0.0.1").content.decode()
    assert f"rd.example.cn{reverse('portal:speak', args=[code_a.token])}" in shown
    assert ONLY_HERE not in shown
    assert "127.0.0.1" not in shown
