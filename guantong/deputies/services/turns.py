"""Giving out turns fairly: nobody twice on a day, and nobody two turns more than another."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from datetime import date


def in_turn(
    days: Sequence[date], people: Sequence[int], busy: Mapping[int, Collection[date]] | None = None
) -> list[int] | None:
    """Who of `people` has each of `days` (a day comes as often as it has parts), in turn.

    Nobody has a day twice or one on which they are `busy`, and the numbers of turns differ by at most one; None
    where that cannot be.
    """
    turns = _Turns(days, people, busy or {})
    return turns.who if turns.give_out() and turns.even_out() else None


class _Turns:
    def __init__(self, days: Sequence[date], people: Sequence[int], busy: Mapping[int, Collection[date]]) -> None:
        self.days, self.people, self.who = days, people, list[int]()
        self.taken = {person: set(busy.get(person, ())) for person in people}
        self.counts: Counter[int] = Counter({person: 0 for person in people})

    def give_out(self) -> bool:
        """Each day to whoever has had the fewest, the one who waited longest first."""
        waiting = list(self.people)
        for day in self.days:
            free = [person for person in waiting if day not in self.taken[person]]
            if not free:
                return False
            person = min(free, key=lambda p: self.counts[p])
            waiting.remove(person)
            waiting.append(person)
            self.who.append(person)
            self._take(person, day)
        return True

    def even_out(self) -> bool:
        """Hand turns on, from who has most through others to who has fewest, until they differ by at most one."""
        while max(self.counts.values()) - min(self.counts.values()) > 1:
            if not any(self._hand_on(person) for person, count in self.counts.items() if count == self._most()):
                return False
        return True

    def _most(self) -> int:
        return max(self.counts.values())

    def _hand_on(self, first: int) -> bool:
        came: dict[int, tuple[int, int]] = {}
        queue = deque([first])
        while queue:
            giver = queue.popleft()
            for turn, day in enumerate(self.days):
                if self.who[turn] != giver:
                    continue
                for taker in self.people:
                    if taker == first or taker in came or day in self.taken[taker]:
                        continue
                    came[taker] = (giver, turn)
                    if self.counts[taker] < self.counts[first] - 1:
                        self._follow(came, taker, first)
                        return True
                    queue.append(taker)
        return False

    def _follow(self, came: Mapping[int, tuple[int, int]], last: int, first: int) -> None:
        taker = last
        while taker != first:
            giver, turn = came[taker]
            self.taken[giver].discard(self.days[turn])
            self.counts[giver] -= 1
            self.who[turn] = taker
            self._take(taker, self.days[turn])
            taker = giver

    def _take(self, person: int, day: date) -> None:
        self.taken[person].add(day)
        self.counts[person] += 1
