"""The answer of a clock: the due moment and its working, as data that a page can put into words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from guantong.kernel.clock_rule import Unit

_SENTENCES: Mapping[str, str] = {
    "started": "起点：{at}。",
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

_MINUTES, _DAY, _MOMENT = "分钟", "{year}年{month}月{day}日", "{day}{time}"
WORKING_WORDS = (*_SENTENCES.values(), _MINUTES, _DAY, _MOMENT)
"""What is said, for whoever translates it."""

Say = Callable[[str], str]
"""Gives Chinese words in the language of whoever reads them."""

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

    def sentence(self, say: Say = str) -> str:
        """Say the step, in Chinese unless `say` gives the words in another language."""
        return say(_SENTENCES[self.kind]).format(**{key: _shown(key, value, say) for key, value in self.params.items()})


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

    def sentences(self, say: Say = str) -> list[str]:
        """Say the working, a sentence a step, in Chinese unless `say` gives the words in another language."""
        return [step.sentence(say) for step in self.explanation]


def stopped(since: date, steps: list[Step]) -> Due:
    """Return the answer of a clock that has been paused since that day or moment."""
    return Due(None, False, False, (*steps, Step("pause_running", {"start": since.isoformat()})))


def _shown(key: str, value: str | int, say: Say) -> str | int:
    if isinstance(value, int):
        return value
    if key == "unit":
        return say(_MINUTES if value == MINUTES else Unit(value).label)
    if key not in _MOMENTS:
        return value
    if len(value) == len("2025-01-01"):
        return _day(date.fromisoformat(value), say)
    moment = datetime.fromisoformat(value)
    return say(_MOMENT).format(day=_day(moment, say), time=f"{moment:%H:%M}")


def _day(day: date, say: Say) -> str:
    return say(_DAY).format(year=day.year, month=day.month, day=day.day)
