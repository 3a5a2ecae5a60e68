"""The answer of a clock: the due moment and its working, as data that a page can put into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from guantong.kernel.clock_rule import Unit

_SENTENCES: Mapping[str, str] = {
    "started": "{at}发生起算事项。",
    "counted_from": "自{day}起计算。",
    "period": "期限{amount}{unit}。",
    "extended": "批准延长{amount}{unit}。",
    "skipped": "其间休息日{off}天不计，调休上班{worked}天计入。",
    "paused": "{start}至{end}中止计时，顺延{amount}{unit}。",
    "pause_running": "自{start}起中止计时，恢复后再算到期时间。",
    "rolled": "最后一日{day}是休息日，顺延至{to}。",
    "provisional": "{years}年放假安排尚未公布，公布后重新计算。",
    "due": "{at}到期。",
}
MINUTES = "minutes"
"""The unit of a pause of a clock in hours."""

_MOMENTS = frozenset({"at", "day", "to", "start", "end"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the working.

    `kind` is one of started, counted_from, period, extended, skipped, paused, pause_running, rolled,
    provisional, due. `params` holds strings (days and moments as ISO text, units by code) and whole numbers
    only, so that a step can be stored as JSON and made again from it.
    """

    kind: str
    params: Mapping[str, str | int]

    def sentence(self) -> str:
        """Say the step in Chinese."""
        return _SENTENCES[self.kind].format(**{key: _shown(key, value) for key, value in self.params.items()})


@dataclass(frozen=True, slots=True)
class Due:
    """When a period runs out.

    `at` is aware, in Asia/Shanghai; None while a pause is running (`running` is then False).
    `provisional`: a year that it rests on has no published holiday notice, so it may still move.
    """

    at: datetime | None
    running: bool
    provisional: bool
    explanation: tuple[Step, ...]

    def sentences(self) -> list[str]:
        """Say the working in Chinese, a sentence a step."""
        return [step.sentence() for step in self.explanation]


def stopped(since: date, steps: list[Step]) -> Due:
    """Return the answer of a clock that has been paused since that day or moment."""
    return Due(None, False, False, (*steps, Step("pause_running", {"start": since.isoformat()})))


def _shown(key: str, value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    if key == "unit":
        return "分钟" if value == MINUTES else Unit(value).label
    if key not in _MOMENTS:
        return value
    if len(value) == len("2025-01-01"):
        return _day(date.fromisoformat(value))
    moment = datetime.fromisoformat(value)
    return f"{_day(moment)}{moment:%H:%M}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
