"""A contact: written by whoever keeps the link or for them, once, in its time; struck, followed, and counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from guantong.accounts.actors import Actor
from guantong.audit import ledger
from guantong.audit.faults import unwatched
from guantong.audit.models import Entry
from guantong.audit.verification import faults
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies import services
from guantong.deputies.contact_witness import contact_faults
from guantong.deputies.models import Contact, ContactLink, Deputy, PracticalDeed
from guantong.figures.by_subject import DEPUTY, counted_by
from guantong.figures.definitions import definition
from guantong.figures.selectors import page_of_records
from guantong.figures.settle import settle
from guantong.kernel.periods import Period
from guantong.matters.models import Link, LinkKind
from guantong.opinions.models import Opinion
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db
Make = Callable[..., ContactLink]
Log = Callable[..., Contact]
DEPUTIES, PEOPLE, FIRMS = (
    "double_contact_deputy_person_times",
    "double_contact_public_person_times",
    "double_contact_enterprise_times",
)


def test_a_contact_says_who_wrote_it(
    link: Make, contact: Log, deputy_a: Actor, keeper_a: Actor, presidium_a: Actor, clerk_a: Actor
) -> None:
    made = link()
    assert not contact(made).on_behalf
    for actor in (keeper_a, presidium_a, clerk_a):
        written = contact(made, actor=actor)
        assert (written.on_behalf, written.written_by_id) == (True, actor.person_id)
    entries = Entry.objects.filter(chain=made.pk, action="log_contact").order_by("seq")
    assert [entry.data["on_behalf"] for entry in entries] == [False, True, True, True]
    assert not any("冷库" in str(entry.data) for entry in entries)
    assert list(faults()) == []


def test_nobody_else_logs_a_contact(
    link: Make, contact: Log, member: Deputy, deputy_a: Actor, keeper_a: Actor, clerk_b: Actor, department_a: Actor
) -> None:
    made = link()
    for actor in (clerk_b, department_a):
        with pytest.raises(NotAllowed):
            contact(made, actor=actor)
    others = link(deputy=member)
    for actor in (deputy_a, keeper_a):
        with pytest.raises(NotAllowed):
            contact(others, actor=actor)


def test_a_form_sent_twice_logs_one_contact(link: Make, contact: Log) -> None:
    made, key = link(), uuid4()
    assert contact(made, client_id=key) == contact(made, client_id=key)
    assert Contact.objects.count() == 1
    assert Entry.objects.filter(chain=made.pk, action="log_contact").count() == 1


def test_what_cannot_be_logged_is_said_beside_its_field(
    link: Make, contact: Log, member: Deputy, deputy_row_a: Deputy, clerk_a: Actor
) -> None:
    made = link(since=today() - timedelta(days=10))
    with_deputy = link(deputy=member, target="deputy", contacted=deputy_row_a, called="", since=today())
    cases: list[tuple[str, ContactLink, dict[str, Any]]] = [
        ("met_at", made, {"met_at": now() + timedelta(minutes=5)}),
        ("met_at", made, {"days": 11}),
        ("how", made, {"how": "letter"}),
        ("said", made, {"said": " "}),
        ("said", made, {"said": "请打电话13800138000。"}),
        ("person_times", made, {"person_times": 0}),
        ("person_times", made, {"person_times": 201}),
        ("person_times", with_deputy, {"person_times": 2, "actor": clerk_a}),
        ("followed", made, {"followed": "forgotten"}),
        ("promise", made, {"followed": "deed"}),
    ]
    for field, row, given in cases:
        with pytest.raises(BadInput) as no:
            contact(row, **given)
        assert list(no.value.fields) == [field], given
    assert not Contact.objects.exists()


def test_an_ended_link_takes_contacts_of_its_time_only(link: Make, contact: Log, clerk_a: Actor) -> None:
    made = link()
    services.end_link(link=made, until=today() - timedelta(days=5), ended_because="企业迁走", actor=clerk_a)
    assert contact(made, days=6)
    with pytest.raises(BadInput):
        contact(made, days=4)


def test_a_struck_contact_stays_and_no_longer_counts(
    link: Make, contact: Log, deputy_a: Actor, amount: Callable[[str], Any]
) -> None:
    made = link(target="household", called="三组第5户")
    contact(made, person_times=3)
    wrong = contact(made, person_times=4)
    assert amount(PEOPLE) == 7
    services.strike_contact(link=made, contact=wrong, reason="登记了两次", actor=deputy_a)
    settle()
    assert amount(PEOPLE) == 3
    assert Contact.objects.count() == 2
    with pytest.raises(NotNow):
        services.strike_contact(link=made, contact=wrong, reason="再来一次", actor=deputy_a)
    with pytest.raises(NotNow):
        services.strike_contact(link=link(), contact=wrong, reason="不是这个联系", actor=deputy_a)
    assert list(faults()) == []


def test_each_kind_of_contact_counts_in_its_own_figure(
    link: Make, contact: Log, member: Deputy, deputy_row_a: Deputy, clerk_a: Actor, amount: Callable[[str], Any]
) -> None:
    contact(link(deputy=member, target="deputy", contacted=deputy_row_a, called=""), actor=clerk_a)
    contact(link(target="household", called="三组第5户"), person_times=2)
    contact(link(target="group", called="第二选民小组"), person_times=12)
    for _number in range(2):
        contact(link(called=f"公司{_number}"))
    assert [amount(code) for code in (DEPUTIES, PEOPLE, FIRMS)] == [1, 14, 2]
    assert amount("sc_member_deputy_contact_person_times") == 0
    assert amount("household_visit_person_times") == 0


def test_a_contact_counts_for_the_deputy_who_keeps_it(
    link: Make, contact: Log, member: Deputy, deputy_row_a: Deputy, clerk_a: Actor, county_a: Region
) -> None:
    contact(link(deputy=member, target="deputy", contacted=deputy_row_a, called=""), actor=clerk_a)
    contact(link(target="group", called="第二选民小组"), person_times=12)
    year = Period.parse(str(today().year))
    assert counted_by(definition(DEPUTIES), DEPUTY, county_a, year) == {member.pk: 1}
    assert counted_by(definition(PEOPLE), DEPUTY, county_a, year) == {deputy_row_a.pk: 12}


def test_a_figure_opens_the_link_that_its_records_are_of(
    link: Make, contact: Log, clerk_a: Actor, county_a: Region, amount: Callable[[str], Any]
) -> None:
    made = link()
    contact(made)
    contact(made, how="phone")
    rows = page_of_records(definition(FIRMS), county_a, Period.parse(str(today().year)), actor=clerk_a).rows
    assert len(rows) == amount(FIRMS) == 2
    assert {row.matter for row in rows} == {made.pk}
    assert rows[0].title == f"{made.title}（电话）"


def test_a_promise_becomes_a_deed(link: Make, contact: Log, deputy_row_a: Deputy) -> None:
    made = link()
    promised = contact(made, followed="deed", promise="联系供销社对接茶青收购")
    deed = PracticalDeed.objects.get()
    assert (promised.became_id, deed.title, deed.deputy) == (deed.pk, "联系供销社对接茶青收购", deputy_row_a)
    assert Link.objects.filter(source=deed, target=made, kind=LinkKind.RAISED_AT).exists()
    assert list(faults()) == []


def test_an_opinion_is_tied_to_the_contact_once(
    link: Make, contact: Log, opinion_a: Opinion, deputy_a: Actor, clerk_a: Actor
) -> None:
    heard = contact(link(), followed="opinion")
    tied = services.follow_contact(contact=heard, became=opinion_a, actor=deputy_a)
    services.follow_contact(contact=heard, became=opinion_a, actor=deputy_a)
    assert tied.became_id == opinion_a.pk
    assert Entry.objects.filter(chain=tied.link_id, action="follow_contact").count() == 1
    nothing = contact(link(called="另一家公司"))
    for wrong, became in ((nothing, opinion_a), (tied, tied.link)):
        with pytest.raises(NotNow):
            services.follow_contact(contact=wrong, became=became, actor=clerk_a)


def test_a_contact_changed_past_its_services_is_found(
    link: Make, contact: Log, opinion_a: Opinion, clerk_a: Actor
) -> None:
    heard = contact(link(), followed="opinion")
    services.follow_contact(contact=heard, became=opinion_a, actor=clerk_a)
    assert list(faults()) == []
    changes: list[tuple[dict[str, Any], str]] = [
        ({"said": "没有问题。"}, "联系记录与台账所记的摘要不符"),
        ({"person_times": 90}, "联系记录与台账所记的摘要不符"),
        ({"struck_at": now()}, "联系记录的作废与台账不符"),
        ({"became": None}, "联系记录的后续与台账不符"),
    ]
    for change, what in changes:
        before = Contact.objects.filter(pk=heard.pk).values(*change).get()
        Contact.objects.filter(pk=heard.pk).update(**change)
        assert [fault.what for fault in faults()] == [what]
        Contact.objects.filter(pk=heard.pk).update(**before)
    Contact.objects.create(link=heard.link, met_at=now(), how="visit", said="补一条")
    assert [fault.what for fault in faults()] == ["台账里没有这条联系记录"]
    Contact.objects.all().delete()
    assert [fault.what for fault in faults()] == ["台账里有这条联系记录，记录却已经不在"]


def test_a_move_of_another_kind_with_the_same_code_is_no_contact(opinion_a: Opinion, clerk_a: Actor) -> None:
    ledger.append(chain=opinion_a.pk, at=now(), author=clerk_a.author, action="log_contact", data={"how": "phone"})
    assert list(contact_faults(unwatched)) == []
