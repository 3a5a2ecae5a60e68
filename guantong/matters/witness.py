"""Every matter held against its entries: `guantong ledger verify` asks this beside the ledger itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from guantong.audit.faults import Fault, Tick
from guantong.audit.models import Entry
from guantong.audit.witnesses import Witness
from guantong.matters.models import Matter
from guantong.matters.registry import kinds, procedure_of
from guantong.matters.replay import Told, replay
from guantong.matters.vouching import words_digest

AT_ONCE = 500
"""Matters in memory at a time, with their entries."""


def matter_faults(tick: Tick) -> Iterator[Fault]:
    """Every matter that stands otherwise than its entries say, and every one that is gone while they are there."""
    stream = Matter.objects.order_by("pk").values_list("pk", "kind").iterator(chunk_size=AT_ONCE)
    while batch := dict(islice(stream, AT_ONCE)):
        rows = _rows(batch)
        told = _entries(list(batch))
        for key in batch:
            if key in rows:
                yield from (Fault(str(key), what) for what in _differences(rows[key], told.get(key, [])))
            else:
                yield Fault(str(key), _("事项的内容已经不在，或程序版本不明"))
        tick(len(batch))
    yield from _vanished()


def _rows(batch: dict[UUID, str]) -> dict[UUID, Matter]:
    """The matters as their own kinds; one whose kind or whose version of the rules nobody knows is left out."""
    rows: dict[UUID, Matter] = {}
    for kind in kinds():
        wanted = [key for key, code in batch.items() if code == kind.procedure.code]
        known = kind.model._default_manager.filter(rules_version__in=[kind.procedure.version, *kind.older])
        rows |= known.in_bulk(wanted)
    return rows


def _entries(keys: list[UUID]) -> dict[UUID, list[Entry]]:
    found = Entry.objects.filter(chain__in=keys).order_by("chain", "seq")
    return {chain: list(entries) for chain, entries in groupby(found, key=lambda entry: entry.chain)}


def _differences(matter: Matter, entries: list[Entry]) -> Iterator[str]:
    if not entries:
        yield _("台账里没有这件事项")
        return
    told = replay(entries, procedure_of(matter))
    yield from _standing(matter, told)
    for name in sorted(told.changed):
        if not _same(told.changed[name], matter, name):
            yield _("“%(field)s”与台账不符") % {"field": _label(matter, name)}
    if told.words and told.words != words_digest(matter):
        yield _("内容与台账所记的摘要不符")


def _standing(matter: Matter, told: Told) -> Iterator[str]:
    if told.moves != matter.version:
        yield _("台账记有%(told)s步，事项却走了%(walked)s步") % {"told": told.moves, "walked": matter.version}
    if told.stands != matter.state:
        labels = {state.code: state.label for state in procedure_of(matter).states}
        there, here = (labels.get(code, code) for code in (told.stands, matter.state))
        yield _("台账止于“%(there)s”，事项却处于“%(here)s”") % {"there": there, "here": here}
    if told.closed_at != matter.closed_at:
        yield _("办结时间与台账不符")


def _same(entered: Any, matter: Matter, name: str) -> bool:
    """Whether a field has the value that an entry set; a body by its id, for it may have been renamed."""
    value = getattr(matter, _attribute(matter, name), None)
    if isinstance(value, dict | list):
        return bool(entered == value)
    if isinstance(entered, dict):
        entered = entered.get("id")
    if isinstance(value, datetime):
        return _moment(entered) == value
    return bool(entered == value or str(entered) == str(value))


def _attribute(matter: Matter, name: str) -> str:
    return str(getattr(matter._meta.get_field(name), "attname", name))


def _moment(entered: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(entered)
    except (TypeError, ValueError):
        return None


def _label(matter: Matter, name: str) -> str:
    return str(getattr(matter._meta.get_field(name), "verbose_name", name))


def _vanished() -> Iterator[Fault]:
    openings = {move.code for kind in kinds() for move in kind.procedure.transitions if move.opens}
    first = Entry.objects.filter(seq=1, action__in=openings)
    gone = first.exclude(Exists(Matter.objects.filter(pk=OuterRef("chain"))))
    for chain in gone.order_by("chain").values_list("chain", flat=True).iterator():
        yield Fault(str(chain), _("台账里有这件事项，事项却已经不在"))


WITNESS = Witness(extent=Matter.objects.count, faults=matter_faults)
