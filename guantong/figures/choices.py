"""What the pages of figures can be asked for: the regions of an actor, and the periods that have records."""

from __future__ import annotations

from dataclasses import dataclass

from guantong.accounts.actors import Actor
from guantong.accounts.scope import visible_regions
from guantong.figures.policies import may_see
from guantong.figures.selectors import periods_between
from guantong.kernel.periods import Period
from guantong.regions.models import Region


@dataclass(frozen=True, slots=True)
class Asked:
    """The region and the period that a page is asked for, what was wrong with the period, and what has records.

    `written` is the period as it was typed.
    """

    region: Region
    period: Period
    first: Period
    last: Period
    problem: str = ""
    written: str = ""

    @property
    def periods(self) -> list[Period]:
        return periods_for(self)


def periods_for(asked: Asked) -> list[Period]:
    """The years, half-years and quarters that have records, the newest first, and the one asked for."""
    found = periods_between(asked.first.start, asked.last.end)
    return found if asked.period in found else [asked.period, *found]


def regions_for(actor: Actor) -> list[Region]:
    """The counties (and the city) whose figures the actor may see."""
    return [region for region in visible_regions(actor) if may_see(actor, region.code)]
