"""双联系 at the desk: the list and its choices, making and ending a link, its log, and the plan of a period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.base.now import CHINA, now, today
from guantong.deputies import services
from guantong.deputies.models import Contact, ContactLink, Deputy, Station
from guantong.deputies.roster import register_deputy
from guantong.opinions.models import IntakeCode, Opinion
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db
FIRM, HOUSE = "新木茶业有限公司", "三组第5户"
SAID = "茶青收购价偏低，想办冷库。"


@pytest.fixture
def member(county_a: Region) -> Deputy:
    return register_deputy(
        name="韦素珍", level="county", region=county_a, place=county_a, member=True, actor=SYSTEM_ACTOR
    )


@pytest.fixture
def firm(deputy_row_a: Deputy, clerk_a: Actor) -> ContactLink:
    return services.make_link(
        deputy=deputy_row_a, target="enterprise", called=FIRM, since=date(2025, 1, 1), actor=clerk_a
    )


@pytest.fixture
def above(member: Deputy, deputy_row_a: Deputy, clerk_a: Actor) -> ContactLink:
    return services.make_link(
        deputy=member, target="deputy", contacted=deputy_row_a, since=date(2025, 1, 1), actor=clerk_a
    )


@pytest.fixture
def colleague(hire: Callable[..., Actor], station_a: Station) -> Actor:
    """Another deputy of the same station."""
    actor = hire("deputy-mei", "王小梅", Role.DEPUTY, station_a.organisation)
    register_deputy(
        name=actor.name, level="county", region=station_a.region, place=station_a.place, station=station_a,
        person=Person.objects.get(pk=actor.person_id), actor=SYSTEM_ACTOR,
    )  # fmt: skip
    return actor


def _log(link: ContactLink, actor: Actor, **more: Any) -> Contact:
    return services.log_contact(**{"link": link, "met_at": now(), "how": "visit", "said": SAID, "actor": actor, **more})


def _page(client: Client, name: str, *args: Any, **query: Any) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_link_is_made_and_leads_to_its_page(
    client: Client, sign_in: Any, clerk_a: Actor, member: Deputy, deputy_row_a: Deputy
) -> None:
    sign_in(client, clerk_a)
    address = reverse("desk:make-link")
    typed = {"deputy": member.pk, "target": "deputy", "called": "", "since": "2025-03-01"}
    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert "请选择被联系的代表。" in refused.content.decode()
    assert 'value="2025-03-01"' in refused.content.decode()
    made = client.post(address, {**typed, "contacted": deputy_row_a.pk}, follow=True)
    assert "联系关系已建立。" in made.content.decode()
    assert "韦素珍联系李春生" in made.content.decode()
    assert ContactLink.objects.get().contacted == deputy_row_a


def test_a_deputy_makes_links_of_their_own_only(
    client: Client, sign_in: Any, deputy_a: Actor, deputy_row_a: Deputy, member: Deputy
) -> None:
    shown = _page(sign_in(client, deputy_a), "desk:make-link")
    assert "韦素珍" not in shown
    assert "被联系的代表" not in shown
    typed = {"target": "household", "called": HOUSE, "since": "2025-03-01"}
    assert client.post(reverse("desk:make-link"), {**typed, "deputy": member.pk}).status_code == 422
    assert client.post(reverse("desk:make-link"), {**typed, "deputy": deputy_row_a.pk}).status_code == 302
    assert ContactLink.objects.get().deputy == deputy_row_a


def test_the_list_is_narrowed_by_what_is_asked(
    client: Client, sign_in: Any, clerk_a: Actor, firm: ContactLink, above: ContactLink, member: Deputy
) -> None:
    sign_in(client, clerk_a)
    services.end_link(link=firm, until=today(), ended_because="企业迁走", actor=clerk_a)
    asked: list[tuple[dict[str, Any], bool, bool]] = [
        ({}, True, True),
        ({"target": "enterprise"}, True, False),
        ({"target": "deputy"}, False, True),
        ({"state": "linked"}, False, True),
        ({"state": "ended"}, True, False),
        ({"q": "茶业"}, True, False),
        ({"q": "韦素珍"}, False, True),
        ({"who": member.pk}, False, True),
        ({"who": "nobody", "target": "villager"}, True, True),
    ]
    for query, has_firm, has_deputy in asked:
        shown = _page(client, "desk:links", **query)
        assert (firm.title in shown, above.title in shown) == (has_firm, has_deputy), query


def test_a_long_list_goes_on_and_asks_the_database_little(
    client: Client, sign_in: Any, clerk_a: Actor, deputy_row_a: Deputy, django_assert_max_num_queries: Any
) -> None:
    links = [
        services.make_link(
            deputy=deputy_row_a, target="household", called=f"第{n}户。", since=date(2025, 1, 1), actor=clerk_a
        )
        for n in range(30)
    ]
    for link in links[:3]:
        _log(link, clerk_a)
    sign_in(client, clerk_a)
    _page(client, "desk:links")
    with django_assert_max_num_queries(6):
        first = client.get(reverse("desk:links"), {"target": "household"})
    assert "第29户。" in first.content.decode()
    assert "第0户。" not in first.content.decode()
    assert "target=household&after=" in first.context["next_url"]
    second = client.get(reverse("desk:links") + first.context["next_url"]).content.decode()
    assert "第0户。" in second
    assert "第29户。" not in second


def test_the_log_of_a_link_is_for_those_who_keep_it(
    client: Client,
    sign_in: Any,
    firm: ContactLink,
    deputy_a: Actor,
    keeper_a: Actor,
    clerk_a: Actor,
    city_clerk: Actor,
    colleague: Actor,
    clerk_b: Actor,
) -> None:
    _log(firm, keeper_a)
    for actor in (deputy_a, keeper_a, clerk_a, city_clerk):
        shown = _page(sign_in(client, actor), "desk:link-log", firm.pk)
        assert SAID in shown
        assert "王桂芝代为登记" in shown
        assert firm.title in _page(client, "desk:links")
    for actor in (colleague, clerk_b):
        sign_in(client, actor)
        assert client.get(reverse("desk:link-log", args=[firm.pk])).status_code == 404
        assert firm.title not in _page(client, "desk:links")
    assert sign_in(client, clerk_b).get(reverse("desk:matter", args=[firm.pk])).status_code == 404
    assert SAID not in _page(sign_in(client, colleague), "desk:matter", firm.pk)
    assert SAID in _page(sign_in(client, keeper_a), "desk:matter", firm.pk)


def test_contacts_are_logged_and_struck_and_a_link_is_ended_by_moves(
    client: Client, sign_in: Any, firm: ContactLink, clerk_a: Actor
) -> None:
    sign_in(client, clerk_a)

    def move(code: str, **typed: Any) -> Any:
        firm.refresh_from_db()
        return client.post(reverse("desk:move", args=[firm.pk, code]), {"version": firm.version, **typed})

    when = f"{now().astimezone(CHINA):%Y-%m-%dT%H:%M}"
    begun = {"how": "phone", "followed": "nothing", "met_at": when}
    assert move("log_contact", **begun, said="").status_code == 422
    assert move("log_contact", **begun, said=SAID).status_code == 302
    contact = Contact.objects.get()
    assert (contact.how, contact.on_behalf, contact.person_times) == ("phone", True, 1)
    assert move("strike_contact", contact=contact.pk, reason="打错了").status_code == 302
    assert "已作废" in _page(client, "desk:matter", firm.pk)
    tomorrow = today() + timedelta(days=1)
    assert move("end_link", until=tomorrow.isoformat(), ended_because="企业迁走").status_code == 422
    assert move("end_link", until=today().isoformat(), ended_because="企业迁走").status_code == 302
    assert "企业迁走" in _page(client, "desk:matter", firm.pk)


def test_an_opinion_heard_in_a_contact_is_recorded_and_tied_to_it(
    client: Client, sign_in: Any, firm: ContactLink, keeper_a: Actor, code_a: IntakeCode, clerk_b: Actor
) -> None:
    contact = _log(firm, keeper_a, followed="opinion")
    address = f"{reverse('desk:record')}?contact={contact.pk}"
    assert SAID not in sign_in(client, clerk_b).get(address).content.decode()
    assert address in _page(sign_in(client, keeper_a), "desk:link-log", firm.pk)
    form = client.get(address)
    assert SAID in form.content.decode()
    key = form.context["form"]["client_id"].value()
    typed = {"client_id": str(key), "code": code_a.token, "channel": "spoken", "body": SAID, "contact_phone": ""}
    assert client.post(address, typed).status_code == 302
    assert client.post(address, typed).status_code == 302
    contact.refresh_from_db()
    assert contact.became_id == Opinion.objects.get().pk
    shown = _page(client, "desk:link-log", firm.pk)
    assert "登记这条意见" not in shown
    assert "在此提出" in _page(client, "desk:matter", firm.pk)


def test_the_plan_shows_who_is_how_far(
    client: Client, sign_in: Any, firm: ContactLink, above: ContactLink, clerk_a: Actor
) -> None:
    sign_in(client, clerk_a)
    year = str(today().year)
    assert "0 / 4" in _page(client, "desk:contact-plan", kind="deputy", period=year)
    _log(firm, clerk_a)
    shown = _page(client, "desk:contact-plan", kind="deputy", period=year)
    assert "1 / 4" in shown
    assert "李春生" in shown
    members = _page(client, "desk:contact-plan", period=year)
    assert "韦素珍" in members
    assert "李春生" not in members
    assert "通行做法，待县级规定确认" in members
    past = _page(client, "desk:contact-plan", kind="deputy", period="2025H1", lacking="1")
    assert "1个落后" in past


def test_the_plan_has_who_lacks_most_first_and_only_those_when_asked(
    client: Client, sign_in: Any, clerk_a: Actor, firm: ContactLink
) -> None:
    done = register_deputy(name="陆大华", level="county", region=firm.region, place=firm.place, actor=SYSTEM_ACTOR)
    for number in range(5):
        link = services.make_link(
            deputy=done, target="group", called=f"第{number}选民小组", since=firm.since, actor=clerk_a
        )
        _log(link, clerk_a, met_at=datetime(2025, 3, 1, 10, tzinfo=CHINA))
    sign_in(client, clerk_a)
    everybody = _page(client, "desk:contact-plan", kind="deputy", period="2025H1")
    assert everybody.index("李春生") < everybody.index("陆大华")
    lacking = _page(client, "desk:contact-plan", kind="deputy", period="2025H1", lacking="1")
    assert "李春生" in lacking
    assert "陆大华" not in lacking


def test_the_plan_says_what_was_wrong_with_a_period(client: Client, sign_in: Any, clerk_a: Actor) -> None:
    answer = sign_in(client, clerk_a).get(reverse("desk:contact-plan"), {"period": "2025H9"})
    assert answer.status_code == 400
    assert "无法识别统计期" in answer.content.decode()


def test_the_city_reads_one_county_after_another(
    client: Client,
    sign_in: Any,
    city_clerk: Actor,
    above: ContactLink,
    county_a: Region,
    county_b: Region,
    django_assert_max_num_queries: Any,
) -> None:
    sign_in(client, city_clerk)
    assert "韦素珍" in _page(client, "desk:contact-plan", county=county_a.code)
    assert "韦素珍" not in _page(client, "desk:contact-plan", county=county_b.code)
    with django_assert_max_num_queries(10):
        _page(client, "desk:contact-plan", county=county_a.code)
    assert client.get(reverse("desk:make-link")).status_code == 404


def test_a_county_does_not_read_another(
    client: Client, sign_in: Any, clerk_b: Actor, above: ContactLink, county_a: Region
) -> None:
    assert "韦素珍" not in _page(sign_in(client, clerk_b), "desk:contact-plan", county=county_a.code)
    assert "韦素珍" not in _page(client, "desk:links", who=above.deputy_id)


def test_a_contact_stands_in_the_duty_ledger_of_who_made_it(
    client: Client, sign_in: Any, firm: ContactLink, deputy_a: Actor, deputy_row_a: Deputy
) -> None:
    _log(firm, deputy_a)
    shown = _page(sign_in(client, deputy_a), "desk:duty-of", deputy_row_a.pk)
    assert "双联系：代表联系企业" in shown
    assert reverse("desk:matter", args=[firm.pk]) in shown


def test_the_page_and_the_log_of_a_link_ask_the_database_little(
    client: Client, sign_in: Any, firm: ContactLink, presidium_a: Actor, django_assert_max_num_queries: Any
) -> None:
    for _number in range(8):
        _log(firm, presidium_a)
    sign_in(client, presidium_a)
    for name, most in (("desk:link-log", 8), ("desk:matter", 20)):
        _page(client, name, firm.pk)
        with django_assert_max_num_queries(most):
            _page(client, name, firm.pk)
