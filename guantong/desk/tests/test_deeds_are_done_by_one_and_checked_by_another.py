"""Practical deeds through the desk."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.base.now import CHINA, now
from guantong.deputies.models import PracticalDeed

pytestmark = pytest.mark.django_db


@pytest.fixture
def deed(client: Client, sign_in: Any, keeper_a: Any, station_a: Any) -> PracticalDeed:
    form = {
        "title": "修三组水渠",
        "content": "塌了十来米，联系水利局清淤。",
        "station": station_a.pk,
        "beneficiaries": "60",
    }
    assert sign_in(client, keeper_a).post(reverse("desk:promise-deed"), form).status_code == 302
    return PracticalDeed.objects.get()


def _move(client: Client, deed: PracticalDeed, code: str, **form: str) -> int:
    deed.refresh_from_db()
    sent = {"version": deed.version, **form}
    return client.post(reverse("desk:move", args=[deed.pk, code]), sent).status_code


def _done(client: Client, deed: PracticalDeed) -> None:
    moment = now().astimezone(CHINA).strftime("%Y-%m-%dT%H:%M")
    assert _move(client, deed, "do", done_at=moment, notes="已清淤。") == 302


def test_promised_done_and_checked(client: Client, sign_in: Any, deed: PracticalDeed, clerk_a: Any) -> None:
    _done(client, deed)
    assert _move(sign_in(Client(), clerk_a), deed, "check") == 302
    deed.refresh_from_db()
    assert deed.state == "checked"
    assert deed.beneficiaries == 60


def test_who_did_it_cannot_check_it(sign_in: Any, deed: PracticalDeed, presidium_a: Any, clerk_a: Any) -> None:
    clerk = sign_in(Client(), clerk_a)
    _done(clerk, deed)
    assert _move(clerk, deed, "check") == 403
    deed.refresh_from_db()
    assert deed.state == "done"


def test_disputed_it_is_a_promise_again(client: Client, sign_in: Any, deed: PracticalDeed, clerk_a: Any) -> None:
    _done(client, deed)
    assert _move(sign_in(Client(), clerk_a), deed, "dispute", reason="渠里还有淤泥。") == 302
    deed.refresh_from_db()
    assert (deed.state, deed.done_at) == ("promised", None)


def test_given_up_with_a_reason(client: Client, deed: PracticalDeed) -> None:
    assert _move(client, deed, "drop", reason="") == 422
    assert _move(client, deed, "drop", reason="改由水利局统一施工。") == 302


def test_the_list_narrows_by_state(client: Client, deed: PracticalDeed) -> None:
    assert deed.title in client.get(reverse("desk:deeds"), {"state": "promised"}).content.decode()
    assert deed.title not in client.get(reverse("desk:deeds"), {"state": "checked"}).content.decode()
    assert client.get(reverse("desk:deeds"), {"state": "x", "after": "\x00\xff"}).status_code == 200


def test_stations_are_listed_with_what_they_have(
    client: Client, sign_in: Any, clerk_a: Any, stall_a: Any, station_a: Any, code_a: Any, deputy_row_a: Any
) -> None:
    shown = sign_in(client, clerk_a).get(reverse("desk:stations")).content.decode()
    for part in ("联络站+乡村振兴", "逢2、5、8", deputy_row_a.name, reverse("desk:code", args=[code_a.token])):
        assert part in shown
