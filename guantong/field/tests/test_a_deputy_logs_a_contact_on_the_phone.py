"""双联系 on the phone: one's links, and a contact logged with a tap and a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.deputies import services
from guantong.deputies.models import Contact, ContactLink, Deputy, PracticalDeed, Station
from guantong.deputies.roster import register_deputy
from guantong.opinions.models import IntakeCode, Opinion

pytestmark = pytest.mark.django_db
SAID = "茶青收购价偏低，想办冷库。"


@pytest.fixture
def firm(deputy_row_a: Deputy, clerk_a: Actor) -> ContactLink:
    return services.make_link(
        deputy=deputy_row_a, target="enterprise", called="新木茶业有限公司", since=date(2025, 1, 1), actor=clerk_a
    )


@pytest.fixture
def address(firm: ContactLink) -> str:
    return reverse("field:log-contact", args=[firm.pk])


def _as_offered(client: Client, address: str) -> dict[str, Any]:
    """What the form sends when nothing in it was touched."""
    form = client.get(address).context["form"]
    return {bound.name: bound.value() if bound.value() is not None else "" for bound in form} | {
        "met_at": f"{form['met_at'].value():%Y-%m-%dT%H:%M}"
    }


def test_a_sentence_is_enough(client: Client, sign_in: Any, deputy_a: Actor, firm: ContactLink, address: str) -> None:
    home = sign_in(client, deputy_a).get(reverse("field:home")).content.decode()
    assert reverse("field:links") in home
    assert firm.title in client.get(reverse("field:links")).content.decode()
    begun = _as_offered(client, address)
    assert client.post(address, begun).status_code == 422
    for _number in range(2):
        assert client.post(address, {**begun, "said": SAID}).status_code == 302
    contact = Contact.objects.get()
    assert (contact.said, contact.how, contact.on_behalf, contact.followed) == (SAID, "visit", False, "nothing")
    assert "1 /" in client.get(reverse("field:links")).content.decode()


def test_what_is_wrong_keeps_what_was_typed(client: Client, sign_in: Any, deputy_a: Actor, address: str) -> None:
    begun = _as_offered(sign_in(client, deputy_a), address)
    refused = client.post(address, {**begun, "said": SAID, "followed": "deed", "how": "meeting"})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "请写明承诺办什么。" in page
    assert SAID in page
    assert not Contact.objects.exists()


def test_a_promise_is_a_deed_at_once(client: Client, sign_in: Any, deputy_a: Actor, address: str) -> None:
    begun = _as_offered(sign_in(client, deputy_a), address)
    typed = {**begun, "said": SAID, "followed": "deed", "promise": "联系供销社对接收购"}
    assert client.post(address, typed).status_code == 302
    assert PracticalDeed.objects.values_list("title", flat=True).get() == "联系供销社对接收购"


def test_an_opinion_goes_on_to_its_form(
    client: Client, sign_in: Any, deputy_a: Actor, address: str, code_a: IntakeCode
) -> None:
    begun = _as_offered(sign_in(client, deputy_a), address)
    sent = client.post(address, {**begun, "said": SAID, "followed": "opinion"})
    contact = Contact.objects.get()
    assert sent["Location"] == f"{reverse('field:record')}?contact={contact.pk}"
    form = client.get(sent["Location"])
    assert SAID in form.content.decode()
    typed = {
        "client_id": str(form.context["form"]["client_id"].value()), "code": code_a.token, "channel": "spoken",
        "body": SAID,
    }  # fmt: skip
    assert client.post(sent["Location"], typed).status_code == 302
    contact.refresh_from_db()
    assert contact.became_id == Opinion.objects.get().pk


def test_nobody_logs_for_another_deputy(
    client: Client,
    sign_in: Any,
    hire: Callable[..., Actor],
    station_a: Station,
    keeper_a: Actor,
    firm: ContactLink,
    address: str,
) -> None:
    mei = hire("deputy-mei", "王小梅", Role.DEPUTY, station_a.organisation)
    register_deputy(
        name=mei.name, level="county", region=station_a.region, place=station_a.place, station=station_a,
        person=Person.objects.get(pk=mei.person_id), actor=SYSTEM_ACTOR,
    )  # fmt: skip
    sign_in(client, mei)
    assert client.get(address).status_code == 404
    assert firm.title not in client.get(reverse("field:links")).content.decode()
    assert sign_in(client, keeper_a).get(address).status_code == 200
    assert firm.title in client.get(reverse("field:links")).content.decode()


def test_the_links_of_a_phone_ask_the_database_little(
    client: Client,
    sign_in: Any,
    deputy_a: Actor,
    deputy_row_a: Deputy,
    clerk_a: Actor,
    django_assert_max_num_queries: Any,
) -> None:
    for number in range(12):
        services.make_link(
            deputy=deputy_row_a, target="household", called=f"第{number}户", since=date(2025, 1, 1), actor=clerk_a
        )
    sign_in(client, deputy_a).get(reverse("field:links"))
    with django_assert_max_num_queries(6):
        assert client.get(reverse("field:links")).status_code == 200
