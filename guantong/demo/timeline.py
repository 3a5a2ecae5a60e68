"""Many courses of events told side by side, each act at its own moment."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Iterator
from datetime import datetime

from guantong.base.now import CHINA, acting_at

Course = Generator[datetime, None, None]
"""Acts, and yields the moment at which it wants to go on."""


class Timeline:
    """Runs courses in the order of their moments: what one does, those after it find done."""

    def __init__(self) -> None:
        self._waiting: list[tuple[datetime, int, Course]] = []
        self._begun = 0

    def begin(self, moment: datetime, course: Course) -> None:
        """Let a course make its first act at `moment`."""
        self._begun += 1
        heapq.heappush(self._waiting, (moment, self._begun, course))

    def run(self, until: datetime, passed: Callable[[datetime], None] = lambda _: None) -> None:
        """Act up to `until`, telling `passed` each time a new month begins; what is later stays undone."""
        month = None
        while self._waiting and self._waiting[0][0] <= until:
            moment, order, course = heapq.heappop(self._waiting)
            local = moment.astimezone(CHINA)
            if (local.year, local.month) != month:
                month = (local.year, local.month)
                passed(local)
            with acting_at(moment):
                following = next(course, None)
            if following is not None:
                heapq.heappush(self._waiting, (max(following, moment), order, course))


def sweeping(moments: Iterator[datetime], sweep: Callable[[], object]) -> Course:
    """Look for late matters at each of these moments."""
    for moment in moments:
        yield moment
        sweep()
