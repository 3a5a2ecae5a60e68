"""The running clocks of a matter as its page shows them: what is left, and how it was reckoned."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guantong.base.now import CHINA, now
from guantong.deadlines.rules import from_json
from guantong.desk.basis import sourced
from guantong.desk.chips import Chip, chip_of
from guantong.kernel.clock import ClockRule
from guantong.matters.clocks import due_of
from guantong.matters.models import Clock


def chips(clocks: Iterable[Clock]) -> list[tuple[str, Chip]]:
    """Name of the rule and chip of each clock, with due moment, basis and working."""
    return [_chip(clock) for clock in clocks]


def _chip(clock: Clock) -> tuple[str, Chip]:
    rule, at = from_json(clock.rule), now()
    plain = chip_of(clock.due_at, rule.unit, at)
    due = clock.due_at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if clock.due_at else ""
    return _(rule.name), Chip(plain.state, plain.word, due, source_of(rule), _working(clock))


def _working(clock: Clock) -> str:
    """How the due moment came about. Chinese sentences stand without a space between them."""
    gap = "" if get_language() == settings.LANGUAGE_CODE else " "
    return gap.join(due_of(clock).sentences(_))


def source_of(rule: ClockRule) -> str:
    """The basis of a rule, what kind of basis it is, and its version."""
    return _("%(basis)s，版本%(version)s") % {"basis": sourced(rule.basis), "version": rule.version}
