"""Where the duty terms stand in a text: the longest term at each place, in one pass."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guantong.routing.department import Department, Duty


@dataclass(frozen=True, slots=True)
class Match:
    """One term in the text at [start, end), with every duty that claims it."""

    start: int
    end: int
    term: str
    duties: tuple[Duty, ...]


class Matcher:
    """Finds the terms of the departments; a term inside a longer one (饮用水 in 饮用水水源地) is not found."""

    def __init__(self, departments: Sequence[Department], silent: Iterable[str] = ()) -> None:
        """`silent` words name no duty; they only hide shorter terms inside them (人口 beside 口述)."""
        claims: dict[str, list[Duty]] = {word: [] for word in silent}
        for department in departments:
            for duty in department.duties:
                for term in duty.terms:
                    claims.setdefault(term, []).append(duty)
        self._claims = {term: tuple(duties) for term, duties in claims.items()}
        self._by_head: dict[str, list[str]] = {}
        for term in sorted(claims, key=len, reverse=True):
            self._by_head.setdefault(term[:2], []).append(term)

    def find(self, plain: str) -> Iterator[Match]:
        """The terms of `plain` (see `plain.plain`) from left to right; overlapping ones are both given.

        Two signs that both belong to neighbouring words (村小 in 农村小型水利) are no word.
        """
        before, held = 0, None
        for match in self._longest_ones(plain):
            if held is not None:
                joint = len(held.term) == 2 and before > held.start and match.start < held.end
                if not joint:
                    if held.duties:
                        yield held
                    before = held.end
            held = match
        if held is not None and held.duties:
            yield held

    def _longest_ones(self, plain: str) -> Iterator[Match]:
        reached = 0
        for start in range(len(plain)):
            term = self._longest(plain, start)
            if term is not None and start + len(term) > reached:
                reached = start + len(term)
                yield Match(start, reached, term, self._claims[term])

    def _longest(self, plain: str, start: int) -> str | None:
        for head in (plain[start : start + 2], plain[start]):
            for term in self._by_head.get(head, ()):
                if plain.startswith(term, start):
                    return term
        return None
