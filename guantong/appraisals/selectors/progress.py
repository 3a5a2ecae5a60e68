"""How far each station and deputy is with the county's task list: from the records alone, nothing is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.appraisals.rules.tasks import Task, TaskList, tasks_of
from guantong.base.now import today
from guantong.deputies.models import Deputy, Station
from guantong.deputies.selectors import deputy_of, stations_for
from guantong.figures.by_subject import counted_by
from guantong.kernel.periods import Period
from guantong.regions.models import Organisation, Region


@dataclass(frozen=True, slots=True)
class Done:
    """One task of one subject: how much the records say is done, and the share of a hundred for the bar."""

    task: Task
    count: int

    @property
    def share(self) -> int:
        """Whole per cent, never over a hundred, and a hundred only when it is reached."""
        return min(100, self.count * 100 // self.task.target)

    @property
    def reached(self) -> bool:
        return self.count >= self.task.target


@dataclass(frozen=True, slots=True)
class Progress:
    """One subject with each of its tasks."""

    subject: Station | Deputy
    tasks: Sequence[Done]

    @property
    def reached(self) -> int:
        """How many tasks are reached."""
        return sum(done.reached for done in self.tasks)


@dataclass(frozen=True, slots=True)
class Reached:
    """How many of the subjects on a board reached one task, and of how many."""

    task: Task
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Board:
    """The progress of all subjects of one kind that somebody may see, with the list that they are held to."""

    listed: TaskList
    rows: Sequence[Progress]

    @property
    def summary(self) -> Sequence[Reached]:
        """Task by task, how many of the subjects reached it."""
        by_task = zip(*(row.tasks for row in self.rows), strict=True)
        return [Reached(tasks[0].task, sum(done.reached for done in tasks), len(tasks)) for tasks in by_task]


def stations_board(actor: Actor, region: Region, period: Period) -> Board:
    """Stations of the county (for a keeper or deputy: their own)."""
    rows = stations_for(actor).filter(region=region)
    if actor.role == Role.PRESIDIUM:
        rows = rows.filter(place__code__startswith=_township(actor))
    elif actor.role not in CONGRESS_ROLES:
        own = rows.filter(organisation_id=actor.organisation_id or 0)
        deputy = deputy_of(actor)
        rows = own or (rows.filter(pk=deputy.station_id) if deputy and deputy.station_id else rows.none())
    return _board("station", rows, region, period)


def deputies_board(actor: Actor, region: Region, period: Period) -> Board:
    """Deputies of the county; for a keeper those of their station, for a deputy themselves."""
    rows = Deputy.objects.filter(region=region, active=True)
    if actor.role == Role.PRESIDIUM:
        rows = rows.filter(place__code__startswith=_township(actor))
    elif actor.role == Role.KEEPER:
        rows = rows.filter(station__organisation_id=actor.organisation_id or 0)
    elif actor.role not in CONGRESS_ROLES:
        rows = rows.filter(person_id=actor.person_id or 0)
    return _board("deputy", rows, region, period)


def _board(kind: str, subjects: Iterable[Station] | Iterable[Deputy], region: Region, period: Period) -> Board:
    listed = tasks_of(kind, region_code=region.code, on=min(period.end, today()), months=period.months)
    counts = [(task, counted_by(task.figure, kind, region, period)) for task in listed.tasks]
    rows = [Progress(s, [Done(task, found.get(s.pk, 0)) for task, found in counts]) for s in subjects]
    return Board(listed, rows)


def _township(actor: Actor) -> str:
    """What the codes of the township's places begin with."""
    body = Organisation.objects.select_related("place").get(pk=actor.organisation_id or 0)
    return body.place.prefix
