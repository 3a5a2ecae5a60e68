"""Real concurrency: two co-units at the same moment; one of them is the last, and the clock ends."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.suggestions import services
from guantong.suggestions.models import Suggestion

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_of_two_is_the_last(
    draft_a: Suggestion,
    lead_to: Callable[..., Suggestion],
    clerk_a: Actor,
    road_a: Actor,
    town_a: Actor,
    body: Callable[..., Any],
) -> None:
    joint = services.hand_over(
        suggestion=lead_to(draft_a, "accepted"),
        lead_unit=body("shuili"),
        co_units=[body("jiaotong"), body("caizheng")],
        actor=clerk_a,
    )
    start = Barrier(2)

    def one(officer: Actor) -> None:
        try:
            start.wait()
            services.countersign(suggestion=joint, opinion="同意。", actor=officer)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, (road_a, town_a)))
    made = Entry.objects.filter(chain=joint.pk, action__startswith="countersign").values_list("action", flat=True)
    assert sorted(made) == ["countersign", "countersign_last"]
    assert not joint.clocks.filter(code="suggestion.countersign", ended_at__isnull=True).exists()
