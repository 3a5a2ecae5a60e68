"""What the records count of published activities: deputies there, opinions raised there, those that are solved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from guantong.deputies.models import Activity, Attendance
from guantong.figures.definitions import definition

NOBODY = {"deputies": 0, "opinions": 0, "solved": 0}


@dataclass(frozen=True, slots=True)
class Told:
    """A published activity and its counts; of opinions only how many, never what they say or whose they are."""

    activity: Activity
    deputies: int
    opinions: int
    solved: int


def told(activities: Sequence[Activity]) -> list[Told]:
    """Several activities with their counts, in two queries."""
    keys = [activity.pk for activity in activities]
    counts: dict[UUID, dict[str, int]] = {key: dict(NOBODY) for key in keys}
    came = Attendance.objects.filter(activity__in=keys, came=True, deputy__isnull=False).order_by()
    for row in came.values("activity").annotate(deputies=Count("pk")):
        counts[row["activity"]]["deputies"] = row["deputies"]
    # What counts as an opinion is the figure's to say; solved is what was resolved, not only answered.
    said = definition("opinions_collected").rows.filter(occasion__in=keys).order_by()
    for row in said.values("occasion").annotate(
        opinions=Count("pk"), solved=Count("pk", filter=Q(resolved_at__isnull=False))
    ):
        counts[row["occasion"]] |= {"opinions": row["opinions"], "solved": row["solved"]}
    return [Told(activity, **counts[activity.pk]) for activity in activities]
