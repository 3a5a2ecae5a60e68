"""A vote's result stands in the ledger: changed by hand, it is found."""

from __future__ import annotations

import pytest

from guantong.audit.verification import faults
from guantong.supervision.models import DeliberationOpinion, Problem
from guantong.supervision.tests.conftest import Lead

pytestmark = pytest.mark.django_db


def test_a_paper_that_went_the_whole_way_agrees_with_its_entries(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead
) -> None:
    lead(compiled, "closed")
    assert list(faults()) == []


def test_a_result_changed_by_hand_is_found(compiled: DeliberationOpinion, lead: Lead) -> None:
    accepted = lead(compiled, "accepted")
    DeliberationOpinion.objects.filter(pk=accepted.pk).update(vote={**accepted.vote, "satisfied": 23})
    assert [fault.what for fault in faults()] == ["“测评结果”与台账不符"]
