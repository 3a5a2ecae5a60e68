"""Real concurrency: two connections, one matter."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.refusals import Conflict, NotNow
from guantong.matters.services import next_number
from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.services import accept_opinion, submit_opinion
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db(transaction=True)


def together(count: int, work: Callable[[int], Any]) -> list[Any]:
    """Run `work(0)…work(count-1)` at the same moment, each on a connection of its own."""
    start = Barrier(count)

    def one(number: int) -> Any:
        try:
            start.wait()
            return work(number)
        except (NotNow, Conflict) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_of_four_who_accept_at_once_one_does(opinion_a: Opinion, clerk_a: Actor) -> None:
    done = together(4, lambda _: accept_opinion(opinion=opinion_a, actor=clerk_a))
    assert sum(isinstance(d, Opinion) for d in done) == 1
    assert done.count(NotNow) == 3
    assert Entry.objects.filter(chain=opinion_a.pk, action="accept").count() == 1


def test_one_form_sent_eight_times_at_once_is_one_opinion(code_a: IntakeCode, spoken: Callable[..., Any]) -> None:
    form = spoken("同一件事")
    done = together(8, lambda _: submit_opinion(code=code_a, spoken=form))
    assert len({d.receipt for d in done}) == 1
    assert Opinion.objects.filter(client_id=form.client_id).count() == 1


def test_numbers_given_at_once_have_no_gap_and_no_twin(county_a: Region) -> None:
    numbers = together(6, lambda _: next_number(region=county_a, series="试", year=2025))
    assert sorted(numbers) == [f"乐业试〔2025〕{n}号" for n in range(1, 7)]
