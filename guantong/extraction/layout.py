"""Where sentences, clauses, quotations, titles and brackets of a text begin and end."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_PAIRS = re.compile(r"“[^“”\n]{0,120}”|\"[^\"\n]{0,120}\"|‘[^‘’\n]{0,40}’|《[^《》\n]{0,120}》|〈[^〈〉\n]{0,60}〉")
_BRACKETS = re.compile(r"\([^()\n]{0,200}\)|\[[^\[\]\n]{0,80}\]|〔[^〔〕\n]{0,40}〕")
# A comma between thousands (2,135名) ends no clause.
_CLAUSE_ENDS = re.compile(r"[;。!?:\n]|--|,(?!(?<=[0-9],)[0-9]{3}(?![0-9]))")
_SENTENCE_ENDS = re.compile(r"[。!?;\n]")
_SPEECH = re.compile(r"[,;。!?]")
LONGEST_NAME = 25
"""A quotation up to this length without a stop is a name or a slogan; a longer one is speech."""

LONGEST_CLAUSE = 200
"""Nothing further away on either side belongs to a clause; it keeps the work per figure bounded."""


@dataclass(frozen=True)
class Spans:
    """Non-overlapping spans in text order, found by position in logarithmic time."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def around(self, at: int) -> tuple[int, int] | None:
        """The span that holds `at` between its two signs."""
        index = bisect_right(self.starts, at) - 1
        if index < 0 or not self.starts[index] <= at < self.ends[index]:
            return None
        return self.starts[index], self.ends[index]


@dataclass(frozen=True)
class Layout:
    """The parts of one normalised text."""

    names: Spans
    """Quoted names and slogans, and titles of documents."""
    brackets: Spans
    every_stop: tuple[int, ...]
    stops: tuple[int, ...]
    """Ends of clauses, leaving out those inside names and brackets."""
    sentence_stops: tuple[int, ...]
    length: int

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around `at`; inside a bracket, the part of the bracket."""
        held = self.brackets.around(at)
        if held is None:
            start, end = between(self.stops, at, self.sentence(at))
        else:
            start, end = between(self.every_stop, at, (held[0] + 1, held[1] - 1))
        return max(start, at - LONGEST_CLAUSE), min(end, at + LONGEST_CLAUSE)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around `at`."""
        return between(self.sentence_stops, at, (0, self.length))


def between(stops: tuple[int, ...], at: int, limits: tuple[int, int]) -> tuple[int, int]:
    """The gap between the stops before and after `at`, never outside `limits`."""
    index = bisect_left(stops, at)
    start = stops[index - 1] + 1 if index else 0
    end = stops[index] if index < len(stops) else limits[1]
    return max(start, limits[0]), min(end, limits[1])


def read(plain: str) -> Layout:
    """Find every part in one pass each."""
    pairs = [m.span() for m in _PAIRS.finditer(plain)]
    names = [(a, b) for a, b in pairs if plain[a] in "《〈" or _is_name(plain[a + 1 : b - 1])]
    brackets = [m.span() for m in _BRACKETS.finditer(plain)]
    name_spans, bracket_spans = _spans(names), _spans(brackets)
    every = tuple(m.end() - 1 for m in _CLAUSE_ENDS.finditer(plain))
    held = (name_spans, bracket_spans)
    stops = tuple(at for at in every if not any(spans.around(at) for spans in held))
    sentences = tuple(m.start() for m in _SENTENCE_ENDS.finditer(plain))
    outside = tuple(at for at in sentences if plain[at] == "\n" or not any(spans.around(at) for spans in held))
    return Layout(name_spans, bracket_spans, every, stops, outside, len(plain))


def _is_name(inner: str) -> bool:
    return len(inner) <= LONGEST_NAME and _SPEECH.search(inner) is None


def _spans(spans: list[tuple[int, int]]) -> Spans:
    return Spans(tuple(a for a, _ in spans), tuple(b for _, b in spans))
