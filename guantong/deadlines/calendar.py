"""The workday calendar in force: the built-in tables, changed by the days on record."""

from __future__ import annotations

import time
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.audit import ledger
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotNow
from guantong.deadlines.models import CalendarDay
from guantong.kernel.sm3chain import canonical, sm3
from guantong.kernel.workdays import Calendar

LIFETIME = 30.0
"""Seconds after which another process's change is seen."""

_kept: tuple[float, Calendar] | None = None


def forget() -> None:
    """Read the days on record anew at the next question."""
    global _kept
    _kept = None


def calendar() -> Calendar:
    """The calendar that clocks are computed with."""
    global _kept
    if _kept is None or time.monotonic() - _kept[0] > LIFETIME:
        days = list(CalendarDay.objects.values_list("day", "works"))
        changed = Calendar.standard()
        if days:
            changed = changed.with_days(off=[d for d, w in days if not w], work=[d for d, w in days if w])
        _kept = (time.monotonic(), changed)
    return _kept[1]


def calendar_digest() -> str:
    """SM3 over all that the calendar in force says, so that a change of it, shipped or adopted, can be told."""
    known = calendar()
    said = {
        "off": sorted(map(str, known.off)),
        "work": sorted(map(str, known.work)),
        "published": sorted(notice.year for notice in known.notices if notice.published),
    }
    return sm3(canonical(said)).hex()


def calendar_chain(day: date) -> UUID:
    """The chain of a day's entries in the ledger."""
    return uuid5(NAMESPACE_URL, f"calendar-day:{day.isoformat()}")


@transaction.atomic
def adopt_calendar_day(*, day: date, works: bool, source: str, actor: Actor) -> CalendarDay:
    """Record that offices work or rest on a day, with an entry. Clocks follow by `matters.services.follow_calendar`.

    Raises BadInput without the document that it rests on.
    """
    if not source.strip():
        raise BadInput({"source": _("请写明依据的文件。")})
    row, _made = CalendarDay.objects.update_or_create(day=day, defaults={"works": works, "source": source.strip()})
    _enter(day, "adopt_calendar_day", actor, works=works, source=row.source)
    return row


@transaction.atomic
def withdraw_calendar_day(*, day: date, actor: Actor) -> None:
    """Take a recorded change back, with an entry. Raises NotNow when there is none for that day."""
    row = CalendarDay.objects.select_for_update().filter(day=day).first()
    if row is None:
        raise NotNow(_("%(day)s没有登记过调整。") % {"day": day})
    row.delete()
    _enter(day, "withdraw_calendar_day", actor, works=row.works, source=row.source)


def _enter(day: date, action: str, actor: Actor, **data: bool | str) -> None:
    ledger.append(chain=calendar_chain(day), at=now(), author=actor.author, action=action, data=data)
    forget()
    transaction.on_commit(forget)
