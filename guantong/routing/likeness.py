"""Which duties a wording resembles where it uses none of their terms: by characters and pairs of them."""

from collections.abc import Sequence

from guantong.routing.department import Department

STEP, SIGN_STEP = 2.0, 1.0
"""Points of one pair of characters that only one department's terms hold, and of one such character."""

RARE = 2.5
"""Weight of uses from which a character is trusted about half: 渠 is, a character seen once is not."""

MOST = 1.5
"""Points that likeness gives at most: about half a term that usually names a department."""


class Likeness:
    """Characters and pairs of the duty terms, and how much of each one's use is whose."""

    def __init__(self, departments: Sequence[Department]) -> None:
        self._uses: dict[str, dict[str, float]] = {}
        for department in departments:
            for duty in department.duties:
                for term in duty.terms:
                    for gram in (*term, *pairs(term)):
                        of = self._uses.setdefault(gram, {})
                        of[department.code] = of.get(department.code, 0.0) + duty.weight

    def points(self, text: str, covered: Sequence[tuple[int, int]]) -> dict[str, float]:
        """Points by department for what stands in `text` outside the `covered` spans, which terms have read already."""
        read = bytearray(len(text) + 1)
        for start, end in covered:
            read[start:end] = b"\1" * (end - start)
        found: dict[str, float] = {}
        for at in range(len(text)):
            if not read[at]:
                self._add(found, text[at], SIGN_STEP)
            if not (read[at] and read[at + 1]):
                self._add(found, text[at : at + 2], STEP)
        return {code: min(points, MOST) for code, points in found.items()}

    def _add(self, found: dict[str, float], gram: str, step: float) -> None:
        uses = self._uses.get(gram, {})
        total = sum(uses.values()) + (1.0 if len(gram) == 2 else RARE)
        for code, use in uses.items():
            found[code] = found.get(code, 0.0) + step * use * use / total / total


def pairs(text: str) -> list[str]:
    """The pairs of neighbouring characters of `text`, in order."""
    return [text[at : at + 2] for at in range(len(text) - 1)]
