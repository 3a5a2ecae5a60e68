"""Real concurrency: many voters, many connections, every request sent twice, the box shut in the middle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.ballots import services
from guantong.ballots.models import Ballot, Envelope
from guantong.ballots.selectors.results import result_of
from guantong.ballots.selectors.roll import turnout_of
from guantong.ballots.services import opening
from guantong.ballots.tests.conftest import FAIR, FIRST, NO, SECOND, YES, Lead, vote, vote_by_slip
from guantong.base.refusals import NotNow
from guantong.deputies.models import Station
from guantong.deputies.roster import register_deputy

pytestmark = pytest.mark.django_db(transaction=True)

VOTERS, GRADES = 60, (YES, FAIR, NO)


@pytest.fixture
def sixty(members: list[Actor], station_a: Station) -> None:
    """With the thirteen who have accounts, sixty members; the others vote with slips."""
    for number in range(len(members), VOTERS):
        register_deputy(
            name=f"委员{number + 1:02}",
            level="county",
            region=station_a.region,
            place=station_a.place,
            station=station_a,
            member=True,
            actor=SYSTEM_ACTOR,
        )


def _together(works: list[Callable[[], Any]]) -> list[Any]:
    start = Barrier(len(works))

    def one(work: Callable[[], Any]) -> Any:
        try:
            start.wait(30)
            return work()
        except NotNow as no:
            return no
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(one, works))


@pytest.mark.usefixtures("sixty")
@pytest.mark.parametrize("to_a_box", [100, 20])
def test_each_has_exactly_one_paper_whatever_is_sent_again(
    lead: Lead, count: Lead, clerk_a: Actor, monkeypatch: pytest.MonkeyPatch, to_a_box: int
) -> None:
    monkeypatch.setattr(opening, "VOTERS_PER_BOX", to_a_box)
    ballot = lead()
    slips = [slip for _name, slip in services.print_slips(ballot=ballot, actor=clerk_a)]
    votes = [(slip, GRADES[number % 3], uuid4()) for number, slip in enumerate(slips)]

    def cast(slip: str, choices: tuple[str, ...], token: Any) -> Callable[[], Any]:
        return lambda: vote_by_slip(ballot, slip, choices, token)

    first = _together([cast(*given) for given in votes])
    assert all(isinstance(done, services.Cast) for done in first)
    again = _together([cast(*given) for given in votes for _twice in range(1)])
    assert [done.mark for done in again] == [done.mark for done in first]
    assert all(done.again for done in again)
    assert Envelope.objects.count() == VOTERS
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM ballots_envelope GROUP BY box_id")
        assert {row[0] for row in cursor.fetchall()} == {1}, "also of votes at once, each box bears the last one's mark"
    counted = count(ballot)
    assert turnout_of(counted).handed_out == VOTERS
    assert dict(result_of(counted).counts[0].answers) == {"satisfied": 20, "fair": 20, "dissatisfied": 20, "blank": 0}
    assert sorted(done.mark for done in first) == [p.mark for p in counted.papers.order_by("mark")]


def test_of_one_voters_twelve_different_papers_one_is_in_the_box(lead: Lead, members: list[Actor]) -> None:
    ballot = lead()
    done = _together([partial(vote, ballot, members[0], GRADES[n % 3]) for n in range(12)])
    assert Counter(type(one) for one in done) == {services.Cast: 1, NotNow: 11}
    assert Envelope.objects.count() == 1


def test_whoever_is_told_that_the_vote_counts_is_counted_though_the_box_is_shut_meanwhile(
    lead: Lead, members: list[Actor], clerk_a: Actor
) -> None:
    ballot = lead()

    def shut() -> Ballot:
        return services.close_ballot(ballot=ballot, actor=clerk_a)

    works: list[Callable[[], Any]] = [partial(vote, ballot, member) for member in members]
    *done, closed = _together([*works, shut])
    cast = [one for one in done if isinstance(one, services.Cast)]
    counted = services.count_ballot(ballot=closed, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
    assert turnout_of(counted).handed_out == len(cast) == result_of(counted).received
    assert {one.mark for one in cast} == {paper.mark for paper in counted.papers.all()}
