"""What a link is owed follows from the county's numbers and the days on which it stood; who is behind, from the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.accounts.actors import Actor
from guantong.base.now import CHINA, acting_at, now
from guantong.base.refusals import BadInput
from guantong.deputies import services
from guantong.deputies.contact_lists import Keeper, keepers_of, links_for, plan_of, with_progress
from guantong.deputies.contact_plan import DEPUTY, MEMBER, contact_rule, owed, owed_before
from guantong.deputies.models import Contact, ContactLink, Deputy
from guantong.kernel.periods import Period
from guantong.regions.models import Region
from guantong.regions.services import adopt_setting

FIRST_HALF = Period.parse("2026H1")
PERIODS = st.sampled_from(["2026", "2026H1", "2026H2", "2026Q3", "2026-02"]).map(Period.parse)
DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 30))


@given(st.integers(0, 60), PERIODS, DAYS, st.none() | DAYS, DAYS)
def test_never_more_is_owed_than_the_whole_period_asks_for(
    times: int, period: Period, since: date, until: date | None, day: date
) -> None:
    most = owed(times, period, since=period.start)
    due = owed(times, period, since=since, until=until)
    assert 0 <= due <= most
    assert 0 <= owed_before(day, times, period, since=since, until=until) <= due
    if since > period.end or (until is not None and until < max(since, period.start)):
        assert due == 0


@given(st.integers(0, 60), PERIODS, DAYS)
def test_what_is_owed_grows_day_by_day_to_the_whole(times: int, period: Period, since: date) -> None:
    days = [period.start + timedelta(days=n) for n in range((period.end - period.start).days + 2)]
    so_far = [owed_before(day, times, period, since=since) for day in days]
    assert so_far == sorted(so_far)
    assert so_far[0] == 0
    assert so_far[-1] == owed(times, period, since=since)


@pytest.mark.parametrize(
    ("times", "period", "since", "until", "due"),
    [
        (2, "2026H1", date(2025, 1, 1), None, 2),
        (2, "2026", date(2025, 1, 1), None, 4),
        (2, "2026Q1", date(2025, 1, 1), None, 1),
        (2, "2026H1", date(2026, 4, 1), None, 1),
        (1, "2026H1", date(2026, 1, 10), None, 1),
        (2, "2026H1", date(2026, 6, 20), None, 0),
        (2, "2026H1", date(2025, 1, 1), date(2026, 3, 31), 1),
        (2, "2026H1", date(2025, 1, 1), date(2025, 12, 31), 0),
    ],
)
def test_half_a_half_year_is_owed_half(times: int, period: str, since: date, until: date | None, due: int) -> None:
    assert owed(times, Period.parse(period), since=since, until=until) == due


def test_one_of_two_is_due_after_the_first_quarter() -> None:
    days = (date(2026, 3, 31), date(2026, 4, 2), date(2026, 6, 30), date(2026, 7, 1))
    assert [owed_before(day, 2, FIRST_HALF, since=date(2025, 1, 1)) for day in days] == [0, 1, 1, 2]


@pytest.fixture
def _in_may(db: None) -> Iterator[None]:
    with acting_at(datetime(2026, 5, 20, 9, tzinfo=CHINA)):
        yield


def _row(rows: list[Keeper], deputy: Deputy) -> Keeper:
    return next(row for row in rows if row.deputy == deputy)


@pytest.mark.usefixtures("_in_may")
def test_a_contact_moves_the_plan_of_its_deputy(
    link: Callable[..., ContactLink], contact: Callable[..., Contact], deputy_row_a: Deputy, clerk_a: Actor
) -> None:
    made, idle = link(), link(target="household", called="三组第5户")

    def plan() -> Keeper:
        rows = plan_of(links_for(clerk_a), keepers_of(clerk_a, clerk_a.region_code, DEPUTY), DEPUTY, FIRST_HALF)
        return _row(rows, deputy_row_a)

    assert (plan().due, plan().done, plan().behind, plan().lacking) == (4, 0, 2, True)
    for _number in range(3):
        contact(made)
    moved = plan()
    assert (moved.done, moved.contacts, moved.behind, moved.links, moved.wanted) == (2, 3, 1, 2, 5)
    assert [(p.done, p.due, p.behind, p.reached) for _link, p in with_progress([made, idle], FIRST_HALF)] == [
        (3, 2, False, True),
        (0, 2, True, False),
    ]


@pytest.mark.usefixtures("_in_may")
def test_members_and_deputies_have_plans_of_their_own(
    link: Callable[..., ContactLink],
    contact: Callable[..., Contact],
    member: Deputy,
    deputy_row_a: Deputy,
    clerk_a: Actor,
    deputy_a: Actor,
) -> None:
    contact(link(deputy=member, target="deputy", contacted=deputy_row_a, called=""), actor=clerk_a)
    members = plan_of(links_for(clerk_a), keepers_of(clerk_a, clerk_a.region_code, MEMBER), MEMBER, FIRST_HALF)
    assert [(row.deputy, row.due, row.done) for row in members] == [(member, 2, 1)]
    deputies = plan_of(links_for(clerk_a), keepers_of(clerk_a, clerk_a.region_code, DEPUTY), DEPUTY, FIRST_HALF)
    assert {row.deputy: row.due for row in deputies} == {member: 0, deputy_row_a: 0}
    own = plan_of(links_for(deputy_a), keepers_of(deputy_a, deputy_a.region_code, DEPUTY), DEPUTY, FIRST_HALF)
    assert [row.deputy for row in own] == [deputy_row_a]


@pytest.mark.usefixtures("_in_may")
def test_contacts_of_another_period_and_struck_ones_do_not_count(
    link: Callable[..., ContactLink], contact: Callable[..., Contact], deputy_a: Actor
) -> None:
    made = link()
    contact(made, days=200)
    struck = contact(made)
    services.strike_contact(link=made, contact=struck, reason="登记错了", actor=deputy_a)
    assert with_progress([made], FIRST_HALF)[0][1].done == 0


@pytest.mark.usefixtures("_in_may")
def test_a_county_adopts_its_own_numbers(link: Callable[..., ContactLink], county_a: Region, county_b: Region) -> None:
    made = link()
    assert (contact_rule(county_a.code).mark, with_progress([made], FIRST_HALF)[0][1].due) == ("M", 2)
    rule: dict[str, Any] = {"effective_from": date(2026, 1, 1), "basis": "乐人常〔2026〕3号", "region": county_a}
    adopt_setting(key="contact.times", value={"enterprise": 4}, mark="L", **rule)
    adopt_setting(key="contact.links", value={"member": 8}, mark="L", **rule)
    own = contact_rule(county_a.code)
    assert (own.times["enterprise"], own.times["household"], own.links["member"], own.links["deputy"]) == (4, 2, 8, 5)
    assert (own.basis, own.mark) == ("乐人常〔2026〕3号", "L")
    assert with_progress([made], FIRST_HALF)[0][1].due == 4
    assert contact_rule(county_b.code).times["enterprise"] == 2
    for key, value in (("contact.times", {"villager": 1}), ("contact.times", {"deputy": -1}), ("contact.links", [])):
        with pytest.raises(BadInput):
            adopt_setting(key=key, value=value, mark="L", **rule)


@pytest.mark.usefixtures("_in_may")
def test_the_plan_of_a_county_asks_the_database_little(
    link: Callable[..., ContactLink],
    contact: Callable[..., Contact],
    enter: Callable[..., Deputy],
    clerk_a: Actor,
    django_assert_max_num_queries: Any,
) -> None:
    for number in range(6):
        row = enter(f"代表{number}")
        for firm in range(3):
            contact(link(deputy=row, called=f"公司{firm}"), actor=clerk_a, met_at=now())
    with django_assert_max_num_queries(5):
        rows = plan_of(links_for(clerk_a), keepers_of(clerk_a, clerk_a.region_code, DEPUTY), DEPUTY, FIRST_HALF)
        assert [str(row.deputy.station or row.deputy.place) for row in rows]
    assert len(rows) == 7
