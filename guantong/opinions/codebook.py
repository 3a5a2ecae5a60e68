"""Printed codes held in memory for a moment: every submission asks for its code, and most for the same few."""

from __future__ import annotations

import time

from guantong.opinions.models import IntakeCode

LIFETIME = 2.0
"""Seconds after which another process's withdrawal of a code is seen; this process sees its own at once."""

MOST = 5000
"""Codes held; when there are more, all are read anew."""

_held: dict[str, tuple[float, IntakeCode]] = {}


def forget() -> None:
    """Read codes anew at the next question (after a change, and between tests)."""
    _held.clear()


def code_by_token(token: str) -> IntakeCode | None:
    """The code of a token, with its region; None for a token that was never given out.

    The row is shared between requests and is only read. Whether one can speak through it today is the
    caller's question: the answer changes at midnight, the row does not.
    """
    moment = time.monotonic()
    held = _held.get(token)
    if held is not None and moment - held[0] <= LIFETIME:
        return held[1]
    code = IntakeCode.objects.select_related("region").filter(token=token).first()
    if code is not None:
        if len(_held) >= MOST:
            forget()
        _held[token] = (moment, code)
    return code
