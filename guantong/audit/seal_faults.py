"""Holding every day against its seal, and the seals against each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from guantong.audit.faults import Fault, Tick
from guantong.audit.models import Entry, Seal
from guantong.audit.seals import day_root, seal_content
from guantong.base.now import CHINA, now, today
from guantong.kernel.merkle import root
from guantong.kernel.sm3chain import GENESIS, link

SEALED_BY = time(3)
"""The hour, in China, by which the day before is sealed (the job runs at half past one)."""


def seal_faults(tick: Tick) -> Iterator[Fault]:
    """Every day that is not as it was sealed, every seal that does not follow, and every day without one."""
    before = GENESIS
    for seal in Seal.objects.order_by("day").iterator():
        count, heads = day_root(seal.day)
        if (count, len(heads)) != (seal.entries, seal.chains):
            yield Fault(
                f"{seal.day}", _("封存时有%(then)s条记录，现有%(now)s条") % {"then": seal.entries, "now": count}
            )
        elif root(heads) != bytes(seal.root):
            yield Fault(f"{seal.day}", _("记录不是封存时的那些"))
        if link(before, seal_content(seal)) != bytes(seal.digest):
            yield Fault(f"{seal.day}", _("封存与前一日的不相连"))
        before = bytes(seal.digest)
        tick(1)
    yield from _unsealed()


def _unsealed() -> Iterator[Fault]:
    last = Seal.objects.order_by("-day").values_list("day", flat=True).first()
    days = Entry.objects.annotate(day=TruncDate("at", tzinfo=CHINA)).values("day").annotate(n=Count("pk"))
    late = days.filter(day__lte=_due_day()).exclude(day__in=Seal.objects.values("day"))
    for day, n in late.order_by("day").values_list("day", "n"):
        passed_over = last is not None and day < last
        sentence = _("这一天没有封存，却有%(n)s条记录") if passed_over else _("这一天的%(n)s条记录还没有封存")
        yield Fault(f"{day}", sentence % {"n": n})


def _due_day() -> date:
    """The newest day that must be sealed by now."""
    sealed_today = now().astimezone(CHINA).time() >= SEALED_BY
    return today() - timedelta(days=1 if sealed_today else 2)
