"""One line of the doctor's report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How a thing stands: 缺少 keeps the product from working, 提示 does not."""

    GOOD = "正常"
    MISSING = "缺少"
    HINT = "提示"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it stands, what was seen, and the one line that mends it."""

    subject: str
    standing: Standing
    seen: str
    mend: str = ""


def good(subject: str, seen: str) -> Finding:
    """It is as it should be."""
    return Finding(subject, Standing.GOOD, seen)


def missing(subject: str, seen: str, mend: str) -> Finding:
    """Without it the product does not work."""
    return Finding(subject, Standing.MISSING, seen, mend)


def hint(subject: str, seen: str, mend: str = "") -> Finding:
    """The product works without it; something is left out or should be known."""
    return Finding(subject, Standing.HINT, seen, mend)
