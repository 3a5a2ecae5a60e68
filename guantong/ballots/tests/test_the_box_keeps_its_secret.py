"""Trying to break the secrecy of a ballot with all that the owner of the database reads; and what still can be found.

Every vote here is a transaction of its own, as it is in use.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection, models

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.ballots.models import Ballot, Box, Envelope, Paper, RollEntry, TellerSheet
from guantong.ballots.services.casting import read_back
from guantong.ballots.tests.conftest import FAIR, FIRST, NO, SECOND, YES, Lead, entry, vote
from guantong.base.lockbox import Opened, WrongCodesError

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = (Box, Envelope, Paper, RollEntry, TellerSheet)
GRADES = (YES, FAIR, NO)


def _rows(sql: str, *parameters: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _whole_database() -> dict[str, set[str]]:
    """Every row of every table of ours, as text."""
    tables = sorted({model._meta.db_table for model in apps.get_models()})
    return {table: {row[0] for row in _rows(f'SELECT t::text FROM "{table}" t')} for table in tables}


def _in_the_order_of_the_disk(table: str) -> list[tuple[Any, ...]]:
    return _rows(f'SELECT id, xmin::text, ctid::text FROM "{table}" ORDER BY ctid')


def test_a_paper_has_no_person_no_moment_no_order_and_no_way() -> None:
    columns = {model: {field.attname for field in model._meta.local_concrete_fields} for model in SECRET}
    assert columns[Paper] == {"id", "ballot_id", "mark", "choices"}
    assert columns[Envelope] == {"id", "box_id", "sealed", "receipt"}
    assert columns[RollEntry] == {"id", "ballot_id", "deputy_id", "present", "voted", "on_paper", "slip"}
    for model in SECRET:
        kinds = {type(field) for field in model._meta.local_concrete_fields}
        assert not {kind for kind in kinds if issubclass(kind, models.DateField | models.TimeField | models.AutoField)}


def test_no_key_leads_from_a_paper_or_an_envelope_to_a_person() -> None:
    reached, waiting = set(), [Paper, Envelope]
    while waiting:
        model: Any = waiting.pop()
        for field in model._meta.local_fields:
            target = field.related_model
            if target and target not in reached and target is not Ballot:
                reached.add(target)
                waiting.append(target)
    assert reached == {Box}


def test_no_sequence_counts_what_is_cast() -> None:
    tables = [model._meta.db_table for model in SECRET]
    columns = (
        "SELECT table_name, is_identity, column_default FROM information_schema.columns WHERE table_name = ANY(%s)"
    )
    found = _rows(columns, tables)
    assert {row[0] for row in found} == set(tables)
    assert not [row for row in found if row[1] == "YES" or "nextval" in (row[2] or "")]


def test_one_vote_touches_the_roll_and_the_box_and_nothing_else(lead: Lead, members: list[Actor], caplog: Any) -> None:
    ballot = lead()
    vote(ballot, members[0])
    before, entries = _whole_database(), Entry.objects.count()
    with caplog.at_level(logging.DEBUG):
        cast = vote(ballot, members[1], NO)
    after = _whole_database()
    assert {table for table in before if before[table] != after[table]} == {"ballots_rollentry", "ballots_envelope"}
    assert Entry.objects.count() == entries
    assert cast.mark not in caplog.text
    assert not any(cast.mark in row for rows in after.values() for row in rows)
    assert not any("1-dissatisfied" in row for row in after["ballots_envelope"])


def test_every_envelope_bears_the_transaction_of_the_last_vote(lead: Lead, members: list[Actor]) -> None:
    ballot = lead()
    for member in members[:9]:
        keys = set(Envelope.objects.values_list("pk", flat=True))
        vote(ballot, member)
        rows = _in_the_order_of_the_disk("ballots_envelope")
        assert len({xmin for _key, xmin, _ctid in rows}) == 1
        assert not keys & {key for key, _xmin, _ctid in rows}


def test_the_place_on_the_disk_says_nothing_of_the_order_of_voting(lead: Lead, members: list[Actor]) -> None:
    """Of nine votes the one cast last would lie last, by chance once in nine; all orders are met over forty boxes."""
    lasts, firsts = set(), set()
    ballot = lead()
    for member in members[:6]:
        vote(ballot, member)
    receipts: list[bytes] = []
    for member in members[6:]:
        known = {bytes(e.receipt) for e in Envelope.objects.all()}
        vote(ballot, member)
        rows = _rows("SELECT receipt FROM ballots_envelope ORDER BY ctid")
        order = [bytes(row[0]) for row in rows]
        (newest,) = set(order) - known
        receipts.append(newest)
        lasts.add(order.index(newest) == len(order) - 1)
        firsts.add(tuple(order[:3]))
    assert False in lasts, "seven times in a row the newest lay last: once in four million by chance"
    assert len(firsts) > 1


def test_all_envelopes_are_of_one_length_and_equal_votes_look_different(lead: Lead, members: list[Actor]) -> None:
    ballot = lead()
    for number, member in enumerate(members):
        vote(ballot, member, [YES, YES, NO, FAIR, ()][number % 5])
    sealed = [bytes(envelope.sealed) for envelope in Envelope.objects.all()]
    assert len({len(one) for one in sealed}) == 1
    assert len(set(sealed)) == len(members)


def test_whoever_dumps_the_database_between_two_votes_holds_an_envelope_that_stays_shut(
    lead: Lead, members: list[Actor]
) -> None:
    """The new envelope is found by its receipt; one code, or the installation's keys, do not open it."""
    ballot = lead()
    vote(ballot, members[0])
    before = {bytes(e.receipt) for e in Envelope.objects.all()}
    vote(ballot, members[1], NO)
    (taken,) = [bytes(e.sealed) for e in Envelope.objects.all() if bytes(e.receipt) not in before]
    assert b"dissatisfied" not in taken
    for codes in ((FIRST, FIRST), (SECOND, SECOND), (FIRST, ""), (SECOND, FIRST)):
        with pytest.raises(WrongCodesError):
            Opened(codes, ballot.pk.bytes, ballot.lock)


def test_after_the_count_nothing_of_the_envelopes_is_left_and_the_order_of_the_roll_is_gone(
    lead: Lead, count: Lead, members: list[Actor]
) -> None:
    ballot = lead()
    for number, member in enumerate(members):
        vote(ballot, member, GRADES[number % 3])
    roll_before = [row[0] for row in _in_the_order_of_the_disk("ballots_rollentry")]
    count(ballot)
    assert Envelope.objects.count() == Box.objects.count() == 0
    papers = _in_the_order_of_the_disk("ballots_paper")
    roll = _in_the_order_of_the_disk("ballots_rollentry")
    assert len({xmin for _key, xmin, _ctid in [*papers, *roll]}) == 1
    assert [key for key, _xmin, _ctid in roll] != roll_before
    assert not RollEntry.objects.filter(slip__isnull=False).exists()


def test_the_papers_lie_in_another_order_than_the_envelopes_did(lead: Lead, count: Lead, members: list[Actor]) -> None:
    ballot = lead()
    marks = [vote(ballot, member).mark for member in members]
    count(ballot)
    on_disk = [row[0] for row in _rows("SELECT mark FROM ballots_paper ORDER BY ctid")]
    assert sorted(on_disk) == sorted(marks)
    assert on_disk != marks


def test_both_codes_and_a_dump_between_two_votes_do_tell_and_this_is_not_covered(
    lead: Lead, members: list[Actor]
) -> None:
    """THREAT_MODEL.md says so: this is the attacker who remains."""
    ballot = lead()
    vote(ballot, members[0], YES)
    before = {bytes(e.receipt) for e in Envelope.objects.all()}
    vote(ballot, members[1], NO)
    (taken,) = [bytes(e.sealed) for e in Envelope.objects.all() if bytes(e.receipt) not in before]
    opened = Opened((FIRST, SECOND), ballot.pk.bytes, ballot.lock)
    assert read_back(opened.take_out(taken))[1] == NO


def test_both_codes_and_one_look_at_the_box_do_not_tell(lead: Lead, members: list[Actor]) -> None:
    """All marks and choices lie open then, and nothing joins one to a voter: neither key, place nor transaction."""
    ballot = lead()
    for number, member in enumerate(members):
        vote(ballot, member, GRADES[number % 3])
    voters = {(xmin, key) for key, xmin, _ctid in _in_the_order_of_the_disk("ballots_rollentry")}
    envelopes = _in_the_order_of_the_disk("ballots_envelope")
    by_transaction = {xmin for _key, xmin, _ctid in envelopes}
    assert len(by_transaction) == 1
    last = {key for xmin, key in voters if xmin in by_transaction}
    assert last == {entry(ballot, members[-1]).pk}, "of the last voter alone the moment is known, of no paper"


def test_a_retry_leaves_no_trace(lead: Lead, members: list[Actor], make_token: Callable[[], Any]) -> None:
    ballot, token = lead(), make_token()
    vote(ballot, members[0], YES, token)
    before = _whole_database()
    vote(ballot, members[0], YES, token)
    assert _whole_database() == before
    assert not any(str(token) in row or token.hex in row for rows in before.values() for row in rows)


@pytest.fixture
def make_token() -> Callable[[], Any]:
    return uuid4
