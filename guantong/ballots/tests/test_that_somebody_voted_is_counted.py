"""The duty ledger knows that a member voted once the result is published, and nothing of how."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot
from guantong.ballots.tests.conftest import NO, YES, vote
from guantong.base.now import today
from guantong.deputies.models import Deputy
from guantong.figures.by_subject import counted_by
from guantong.figures.definitions import definition
from guantong.figures.settle import differences, settle
from guantong.figures.values import value
from guantong.kernel.periods import Period
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db

CODE = "ballot_votes_cast"


def test_who_voted_counts_from_publication_on(
    lead: Callable[..., Ballot], count: Callable[..., Ballot], members: list[Actor], county_a: Region
) -> None:
    ballot = lead(absent=1)
    vote(ballot, members[0], YES)
    vote(ballot, members[1], NO)
    year, figure = Period.parse(str(today().year)), definition(CODE)
    count(ballot)
    assert value(figure, county_a, year).amount == 0
    count_again = Ballot.objects.get(pk=ballot.pk)
    assert count_again.state == "counted"


def test_each_has_their_own_in_the_ledger(
    lead: Callable[..., Ballot], count: Callable[..., Ballot], members: list[Actor], county_a: Region
) -> None:
    ballot = lead()
    vote(ballot, members[0], YES)
    vote(ballot, members[1], NO)
    count(ballot, publish=True)
    settle()
    year, figure = Period.parse(str(today().year)), definition(CODE)
    voted = Deputy.objects.filter(person_id__in=[member.person_id for member in members[:2]])
    assert counted_by(figure, "deputy", county_a, year) == {deputy.pk: 1 for deputy in voted}
    assert value(figure, county_a, year).amount == 2
    assert list(differences()) == []
