"""The router: departments for a matter, best first, each with its reasons; and what it learns from decided matters."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from guantong.routing.habits import Habits
from guantong.routing.lexicon import departments
from guantong.routing.memory import Memory
from guantong.routing.plain import LONGEST, LONGEST_TITLE
from guantong.routing.reading import Reading, read
from guantong.routing.reasons import Pasts, Reason, reasons


@dataclass(frozen=True, slots=True)
class Ranked:
    """A department by its code, its probability (0 to 1, all departments together 1), and why."""

    code: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A matter that somebody has decided: it went to the department `code`."""

    title: str
    code: str
    body: str = ""


class UnknownDepartmentError(ValueError):
    """An example went to a code that no duty file declares."""


class Router:
    """Ranks departments by duty words and, after `learn`, by one county's own decisions; immutable."""

    def __init__(self, habits: Habits, memory: Memory) -> None:
        self._habits = habits
        self._memory = memory

    @staticmethod
    def cold() -> "Router":
        """The router that knows the duty words and no decision; the same one at every call."""
        return _cold()

    def rank(self, title: str, body: str = "") -> list[Ranked]:
        """Every department, the likeliest first; never raises on any text."""
        reading = read(title, body)
        chances = self._habits.chances(reading.features, reading.chances)
        past: Pasts = self._memory.likest(reading.features) if len(self._memory) else {}
        texts = _as_read(title, body)
        order = sorted(chances, key=lambda code: (-chances[code], code))
        return [Ranked(code, chances[code], _why(code, reading, texts, past)) for code in order]

    def learn(self, examples: Iterable[Example]) -> "Router":
        """A router that also knows these decided matters, in their order; UnknownDepartmentError for a strange code."""
        habits, memory = self._habits, self._memory
        for example in examples:
            reading = read(example.title, example.body)
            if example.code not in reading.chances:
                raise UnknownDepartmentError(example.code)
            habits = habits.after(reading.features, reading.chances, example.code)
            memory = memory.after(example.title, reading.features, example.code)
        return Router(habits, memory)


@cache
def _cold() -> Router:
    return Router(Habits(), Memory())


def department_names() -> dict[str, str]:
    """The name of every department by its code."""
    return {one.code: one.name for one in departments()}


def _as_read(title: str, body: str) -> tuple[str, str]:
    return title[:LONGEST_TITLE], title[LONGEST_TITLE:LONGEST] + body


def _why(code: str, reading: Reading, texts: tuple[str, str], past: Pasts) -> tuple[Reason, ...]:
    return tuple(reasons(code, reading.evidence, texts, past))
