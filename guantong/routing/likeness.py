"""Which duties a wording resembles when it uses none of their terms: by pairs of characters."""

from collections.abc import Sequence

from guantong.routing.department import Department

STEP = 0.5
"""Points of one pair of characters that only one department's terms hold."""

MOST = 1.2
"""Points that likeness gives at most: less than any term that usually names a department."""


class Likeness:
    """Pairs of characters of the duty terms, and how much of each pair's use is whose."""

    def __init__(self, departments: Sequence[Department]) -> None:
        counts: dict[str, dict[str, float]] = {}
        for department in departments:
            for duty in department.duties:
                for term in duty.terms:
                    for pair in pairs(term):
                        of = counts.setdefault(pair, {})
                        of[department.code] = of.get(department.code, 0.0) + duty.weight
        self._shares = {pair: _shares(of) for pair, of in counts.items()}

    def points(self, text: str, covered: Sequence[tuple[int, int]]) -> dict[str, float]:
        """Points by department for the pairs of `text` outside the `covered` spans, which terms have read already."""
        read = bytearray(len(text) + 1)
        for start, end in covered:
            read[start:end] = b"\1" * (end - start)
        found: dict[str, float] = {}
        for at in range(len(text) - 1):
            if not (read[at] and read[at + 1]):
                for code, share in self._shares.get(text[at : at + 2], {}).items():
                    found[code] = found.get(code, 0.0) + STEP * share
        return {code: min(points, MOST) for code, points in found.items()}


def pairs(text: str) -> list[str]:
    """The pairs of neighbouring characters of `text`, in order."""
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _shares(counts: dict[str, float]) -> dict[str, float]:
    total = sum(counts.values()) + 1.0
    return {code: count * count / total / total for code, count in counts.items()}
