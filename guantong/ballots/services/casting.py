"""Casting a vote."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _
from psycopg.sql import SQL, Identifier

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot, Box, Envelope, RollEntry
from guantong.ballots.receipts import mark_of, receipt_of
from guantong.ballots.selectors.results import rule_of
from guantong.ballots.selectors.roll import own_entry
from guantong.base.lockbox import put_in
from guantong.base.refusals import BadInput, Conflict, NotAllowed, NotNow
from guantong.kernel.ballot_paper import Fault, fault_of, well_formed
from guantong.kernel.ballot_rule import Rule


@dataclass(frozen=True, slots=True)
class Cast:
    """A vote that lies in the box for good. `mark` is what its voter will find it by; `again`: it was sent twice."""

    mark: str
    again: bool


def cast_vote(*, ballot: Ballot, choices: Sequence[str], token: UUID, actor: Actor, slip: str = "") -> Cast:
    """Put one's own vote into the box; nobody's else, for no parameter names a voter. Durable when it returns.

    `token` is a random number that the voter's page brings along: sent twice, the first vote stands and the same mark
    comes back. Which of two requests votes is decided by the row of the roll. Neither ledger nor message nor session
    learns of it. Raises NotAllowed for who is not on the roll, NotNow when the box is shut, or the voter voted, took a
    paper ballot or is not there, BadInput for what cannot be on a paper, Conflict for another voter's token.
    """
    entry = own_entry(ballot, actor, slip)
    if entry is None:
        raise NotAllowed(_("您不在这次表决的名册上。"))
    rule = rule_of(ballot)
    _check(rule, choices)
    try:
        with transaction.atomic():
            return _cast(ballot, rule, entry, tuple(sorted(choices)), token)
    except IntegrityError:
        raise Conflict(_("这张表决票已经用过，请重新打开页面再投。")) from None


def _cast(ballot: Ballot, rule: Rule, entry: RollEntry, choices: tuple[str, ...], token: UUID) -> Cast:
    mark, receipt = mark_of(ballot.pk, token), receipt_of(ballot.pk, token)
    keys = list(Box.objects.filter(ballot=ballot).values_list("pk", flat=True))
    # The lock is read with the box: a page that was asked for before the opening knows none yet.
    boxes = Box.objects.select_related("ballot").select_for_update(of=("self",))
    box = boxes.filter(pk=secrets.choice(keys), shut=False).first() if keys else None
    if box is None:
        raise NotNow(_shut(entry))
    free = RollEntry.objects.filter(pk=entry.pk, present=True, voted=False, on_paper=False)
    if not free.update(voted=True):
        entry.refresh_from_db()
        if entry.voted and Envelope.objects.filter(receipt=receipt).exists():
            return Cast(mark, again=True)
        raise NotNow(_why_not(entry))
    _shuffle_in(box, put_in(box.ballot.lock, ballot.pk.bytes, written(rule, mark, choices)), receipt)
    return Cast(mark, again=False)


def _shuffle_in(box: Box, sealed: bytes, receipt: bytes) -> None:
    """Take everything out of the box and put it back with the new envelope, under new keys and in a random order.

    The rows are then all of this one transaction: neither `xmin` nor `ctid` nor key tells one vote from another. The
    order is that of the new keys, which PostgreSQL draws from its strong source of chance.
    """
    shuffle = SQL(
        "WITH held AS (DELETE FROM {table} WHERE box_id = %(box)s RETURNING sealed, receipt),"
        " mixed AS (SELECT gen_random_uuid() AS id, sealed, receipt FROM"
        " (SELECT sealed, receipt FROM held UNION ALL SELECT %(sealed)s::bytea, %(receipt)s::bytea) AS whole)"
        " INSERT INTO {table} (id, box_id, sealed, receipt)"
        " SELECT id, %(box)s, sealed, receipt FROM mixed ORDER BY id"
    ).format(table=Identifier(Envelope._meta.db_table))
    with connection.cursor() as cursor:
        cursor.execute(shuffle, {"box": box.pk, "sealed": sealed, "receipt": receipt})


def written(rule: Rule, mark: str, choices: Sequence[str]) -> bytes:
    """What lies in an envelope: always of one length under a rule, so that the length tells nothing."""
    room = 64 + sum(len(choice) + 4 for choice in rule.choices)
    return json.dumps({"mark": mark, "choices": list(choices)}).encode().ljust(room)


def read_back(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Mark and choices of an opened envelope."""
    said = json.loads(content)
    return said["mark"], tuple(said["choices"])


def _check(rule: Rule, choices: Sequence[str]) -> None:
    """A screen takes no void paper: it says what is wrong while it can be mended."""
    if not well_formed(rule, choices) or set(choices) - rule.choices:
        raise BadInput({"choices": _("表决票上没有这样的选项，请重新打开页面再投。")})
    fault = fault_of(rule, tuple(choices))
    if fault is Fault.OVERFULL and rule.places:
        words = {"places": rule.places, "chosen": len(choices)}
        raise BadInput({"choices": _("最多选%(places)s项，您选了%(chosen)s项。多选的票是废票。") % words})
    if fault is Fault.OVERFULL:
        raise BadInput({"choices": _("每一项只能选一个答案。")})
    if fault is Fault.EMPTY:
        raise BadInput({"choices": _("请至少选一项。空白的票是废票。")})


def _shut(entry: RollEntry) -> str:
    return (
        _("投票已经截止。名册上记着您已投票，计一票。")
        if entry.voted
        else _("现在不能投票：投票没有开始，或者已经截止。")
    )


def _why_not(entry: RollEntry) -> str:
    if entry.voted:
        return _("您已经投过票，计一票；每人只能投一次。")
    if entry.on_paper:
        return _("您已领纸质票，请投入票箱，不能再在屏幕上投票。")
    return _("您还没有签到。请先找工作人员签到，再投票。")
