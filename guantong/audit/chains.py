"""Holding every chain against itself: nothing changed, nothing missing within it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from guantong.audit.faults import Fault, Tick
from guantong.audit.models import Entry
from guantong.kernel.sm3chain import GENESIS, Link, verify

AT_ONCE = 2000
"""Entries in memory at a time; a chain is read whole, and has some dozens."""


def chain_faults(tick: Tick) -> Iterator[Fault]:
    """Every entry that was changed or does not follow from the one before it, and every gap."""
    stream = Entry.objects.order_by("chain", "seq").iterator(chunk_size=AT_ONCE)
    for _chain, entries in groupby(stream, key=lambda entry: entry.chain):
        chain = list(entries)
        yield from _of(chain)
        tick(len(chain))


def _of(chain: list[Entry]) -> Iterator[Fault]:
    expected = [1, *(entry.seq + 1 for entry in chain)]
    gaps = {n for n, entry in enumerate(chain) if entry.seq != expected[n]}
    for n in sorted(gaps):
        yield Fault(_place(chain[n]), _("此前缺少第%(n)s条记录") % {"n": expected[n]})
    for n in _broken(chain):
        if n not in gaps:
            yield Fault(_place(chain[n]), _("内容与摘要不符"))


def _broken(chain: list[Entry]) -> Iterator[int]:
    digests = [GENESIS, *(bytes(entry.digest) for entry in chain)]
    links = [Link(digests[n], entry.content(), digests[n + 1]) for n, entry in enumerate(chain)]
    begin = 0
    while (found := verify(links[begin:], start=digests[begin])) is not None:
        yield begin + found
        begin += found + 1


def _place(entry: Entry) -> str:
    return f"{entry.chain} #{entry.seq}"
