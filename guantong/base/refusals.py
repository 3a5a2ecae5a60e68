"""How a service says no: always with a sentence that the person can act on."""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):  # noqa: N818  the trade says refusal, and it is no error of ours
    """Something asked for cannot be done; `sentence` says what was wrong and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(Refusal):
    """This actor may not do this."""


class NotNow(Refusal):
    """The matter does not stand where this move begins."""


class Conflict(Refusal):
    """Somebody else moved the matter since the page was read."""


class BadInput(Refusal):
    """Fields that are missing or wrong, each with its own sentence."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__("；".join(fields.values()))
        self.fields = dict(fields)
