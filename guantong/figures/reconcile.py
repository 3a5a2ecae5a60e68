"""The report read back: every number of a text held against the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from guantong.base.now import now
from guantong.extraction import Figure, layout
from guantong.extraction.indicators import all_indicators
from guantong.extraction.normalise import normalise
from guantong.figures import shown, wording
from guantong.figures.addresses import figure_url
from guantong.figures.cautions import caution, part_of_another
from guantong.figures.definitions import find
from guantong.figures.inner import contradiction
from guantong.figures.misfits import misfits
from guantong.figures.own_words import own_codes
from guantong.figures.subjects import Subject, Subjects
from guantong.figures.values import Value, values
from guantong.kernel.periods import Period
from guantong.kernel.verdict import Recorded, Reported, Verdict, judge
from guantong.regions.models import Region


@dataclass(frozen=True, slots=True)
class Item:
    """One number of the text with its verdict.

    `indicator` is the code of what it counts, also where only its unit is another than the indicator's;
    `region` is whom it is about and `recorded` what the records say, each None when there is none;
    `explanation` says why the verdict is what it is, `inner` what the text says against itself.
    """

    figure: Figure
    verdict: Verdict
    explanation: str
    indicator: str | None = None
    region: Region | None = None
    recorded: Value | None = None
    inner: str = ""

    @property
    def indicator_name(self) -> str:
        return name_of(self.indicator) if self.indicator else ""

    @property
    def recorded_words(self) -> str:
        """The recorded number with its unit; empty without one."""
        return shown.with_unit(self.recorded) if self.recorded else ""

    @property
    def url(self) -> str:
        """The records behind the recorded number; empty without one."""
        value = self.recorded
        return figure_url(value.definition.code, value.region_code, value.period) if value else ""

    def as_dict(self) -> dict[str, Any]:
        """The item as plain values, ready for JSON."""
        figure, region = self.figure, self.region
        return {
            "start": figure.start,
            "end": figure.end,
            "text": figure.text,
            "value": figure.value,
            "value_max": figure.value_max,
            "unit": figure.unit,
            "approx": figure.approx,
            "object": figure.object,
            "indicator": self.indicator,
            "indicator_name": self.indicator_name or None,
            "county": region.name if region else figure.county,
            "region": region.code if region else None,
            "verdict": self.verdict.label,
            "code": self.verdict.value,
            "recorded": _as_recorded(self.recorded) if self.recorded else None,
            "explanation": self.explanation,
            "inner": self.inner or None,
            "url": self.url or None,
        }


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A text held against the records of a region and a period."""

    text: str
    region: Region
    period: Period
    counted_at: datetime
    items: tuple[Item, ...]

    @property
    def summary(self) -> dict[Verdict, int]:
        """How many numbers got each verdict; every verdict is there."""
        counts = Counter(item.verdict for item in self.items)
        return {verdict: counts[verdict] for verdict in Verdict}

    def as_dict(self) -> dict[str, Any]:
        """Everything but the text, as plain values, ready for JSON."""
        return {
            "region": {"code": self.region.code, "name": self.region.name},
            "period": {"code": self.period.code, "label": self.period.label_zh()},
            "counted_at": self.counted_at.isoformat(),
            "summary": {verdict.value: count for verdict, count in self.summary.items()},
            "labels": {verdict.value: verdict.label for verdict in Verdict},
            "items": [item.as_dict() for item in self.items],
        }


@cache
def indicator_names() -> dict[str, str]:
    """The name of every indicator that reading a text can find."""
    return {indicator.code: indicator.name for indicator in all_indicators()}


def name_of(code: str) -> str:
    """What an indicator is called: as reports call it, else as our own figure is called."""
    named = indicator_names().get(code)
    own = find(code)
    return named or (own.indicator.name if own else code)


def reconcile(text: str, *, region: Region, period: Period) -> Reconciliation:
    """Find every number of a report's text and say of each whether the records bear it out.

    `region` is the county that the report is of, or the city whose counties it tells of. A number agrees
    only where whom it is about, what it counts, its unit and its time are clear and the same.
    """
    reading = _read(text, region, period)
    items = tuple(_item(reading, place) for place in range(len(reading.figures)))
    return Reconciliation(text, region, period, now(), items)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The numbers of a text, whom each is about, and the values of all figures that they could mean."""

    period: Period
    figures: Sequence[Figure]
    told: Sequence[Subject]
    plain: str
    parts: layout.Layout
    codes: Sequence[str | None]
    """For each number the code of its indicator, also where only the unit is another."""
    known: dict[tuple[str, str], Value]

    def recorded(self, place: int) -> Value | None:
        region = self.told[place].region
        return self.known.get((self.codes[place] or "", region.code)) if region else None

    def earlier(self, place: int) -> Figure | None:
        """The number before this one in its sentence that counts the same thing."""
        this = self.figures[place]
        begin, _end = self.parts.sentence(this.start)
        same = (f for f in reversed(self.figures[:place]) if f.start >= begin and f.indicator == this.indicator)
        return next(same, None)


def _read(text: str, region: Region, period: Period) -> _Reading:
    subjects = Subjects(region)
    figures = subjects.read(text)
    subjects.prepare(figures)
    plain = normalise(text)
    parts = layout.read(plain)
    told = [
        subjects.of(f, plain[parts.clause(f.start)[0] : f.start], plain[parts.sentence(f.start)[0] : f.start])
        for f in figures
    ]
    codes = _codes(figures, plain, parts)
    meant = [definition for code in dict.fromkeys(codes) if (definition := find(code))]
    regions = {s.region.code: s.region for s in told if s.region}
    return _Reading(period, figures, told, plain, parts, codes, values(meant, regions.values(), period))


def _codes(figures: Sequence[Figure], plain: str, parts: layout.Layout) -> list[str | None]:
    meant = misfits(plain, parts)
    codes = [f.indicator or (found.code if (found := meant(f)) else None) for f in figures]
    return own_codes(figures, codes, plain, parts)


def _item(reading: _Reading, place: int) -> Item:
    figure, recorded = reading.figures[place], reading.recorded(place)
    verdict, words = _verdict(reading, place, recorded)
    inner = contradiction(figure, reading.figures, reading.parts)
    return Item(figure, verdict, words, reading.codes[place], reading.told[place].region, recorded, inner)


def _verdict(reading: _Reading, place: int, recorded: Value | None) -> tuple[Verdict, str]:
    """The verdict and its reason."""
    figure, subject, code = reading.figures[place], reading.told[place], reading.codes[place]
    if code is None:
        return Verdict.UNVERIFIABLE, _("看不出这个数统计的是哪一项指标。")
    if subject.region is None:
        return Verdict.UNVERIFIABLE, subject.why_not
    name = name_of(code)
    if recorded is None:
        return Verdict.NO_RECORD, _("系统还没有“%(name)s”这一项的记录。") % {"name": name}
    if recorded.empty:
        words = {"region": subject.region.name, "name": recorded.definition.indicator.name}
        return Verdict.NO_RECORD, _("统计期内没有%(region)s“%(name)s”的记录。") % words
    doubt = part_of_another(figure, reading.earlier(place), reading.plain) or caution(
        figure, reading.plain, reading.parts, reading.period
    )
    return (doubt.verdict, doubt.sentence) if doubt else _compared(figure, recorded)


def _compared(figure: Figure, recorded: Value) -> tuple[Verdict, str]:
    try:
        reported = Reported(figure.value, figure.unit, figure.approx, figure.value_max, figure.text)
    except ValueError:
        return Verdict.UNVERIFIABLE, _("看不懂这个数的写法。")
    indicator = recorded.definition.indicator
    amount = None if recorded.parts else recorded.amount
    judged = judge(reported, Recorded(amount, indicator.unit, recorded.parts), indicator.accepts)
    return judged.verdict, wording.explanation(judged, recorded)


def _as_recorded(value: Value) -> dict[str, Any]:
    return {
        "value": None if value.amount is None else (float(value.amount) if value.parts else int(value.amount)),
        "unit": value.unit,
        "parts": list(value.parts) if value.parts else None,
        "shown": shown.with_unit(value),
    }
