"""The rota of a station for a month: making it, taking back what is to come of it, and opening a day's duty."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.audit import ledger
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deadlines.calendar import calendar
from guantong.deputies.models import Activity, ActivityCategory, Attendance, Deputy, DutyPart, RotaDuty, Station
from guantong.deputies.policies import runs_station, serves_station
from guantong.deputies.roster import station_chain
from guantong.deputies.services.activities import plan_activity
from guantong.deputies.services.turns import in_turn
from guantong.kernel.markets import market_days

AHEAD = timedelta(days=370)
"""How far ahead a rota is made."""


def locked(station_id: int) -> Station:
    """The station, its row locked: the lock of its rota and of its chain."""
    return Station.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=station_id)


def month_span(month: date) -> tuple[date, date]:
    """The first and the last day of the month in which a day lies."""
    first = month.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


@transaction.atomic
def make_rota(
    *,
    station: Station,
    month: date,
    deputies: Sequence[Deputy],
    actor: Actor,
    weekdays: Collection[int] = (),
    parts: Sequence[DutyPart] = (DutyPart.DAY,),
) -> list[RotaDuty]:
    """Give out the duties of a month, from today on, to deputies in turn.

    On the station's market days, or on these `weekdays` (0 is Monday); of Monday to Friday, those on which offices
    rest are left out. Whoever was last on duty before goes to the end of the turn. Raises NotAllowed, NotNow while
    the month has duties to come, and BadInput for what cannot be given out evenly.
    """
    _may_run(actor, station)
    station = locked(station.pk)
    days = _days(station, month, weekdays)
    if station.duties.filter(day__range=(days[0], month_span(month)[1])).exists():
        raise NotNow(_("这个月已经排过班。要重排，请先撤回还没到的值班。"))
    people = _checked(station, deputies, parts)
    slots = [(day, part) for day in days for part in sorted(set(parts))]
    turn = _turn_from(station, days[0], [deputy.pk for deputy in people])
    given = in_turn([day for day, _part in slots], turn, _busy(turn, days))
    if given is None:
        raise BadInput({"deputies": _("这些代表有人当天已在别处值班，排不均匀。请增减代表，或换日子。")})
    made = RotaDuty.objects.bulk_create(
        RotaDuty(station=station, day=day, part=part, deputy_id=who)
        for (day, part), who in zip(slots, given, strict=True)
    )
    names = {deputy.pk: deputy.name for deputy in people}
    _enter(
        station,
        actor,
        "make_rota",
        {
            "month": month.strftime("%Y-%m"),
            "duties": [[d.day.isoformat(), d.part, d.deputy_id, names[d.deputy_id]] for d in made],
        },
    )
    return made


@transaction.atomic
def clear_rota(*, station: Station, month: date, reason: str, actor: Actor) -> int:
    """Take back the duties of a month that are to come and were not opened; how many. Raises NotAllowed, BadInput."""
    _may_run(actor, station)
    if not reason.strip():
        raise BadInput({"reason": _("请填写撤回原因。")})
    station = locked(station.pk)
    rows = station.duties.filter(day__range=(max(today(), month_span(month)[0]), month_span(month)[1]))
    rows = rows.filter(activity__isnull=True)
    taken = [[d.day.isoformat(), d.part, d.deputy_id] for d in rows]
    if not taken:
        raise BadInput({"reason": _("这个月没有可以撤回的值班。")})
    rows.delete()
    _enter(station, actor, "clear_rota", {"month": month.strftime("%Y-%m"), "duties": taken}, reason)
    return len(taken)


@transaction.atomic
def open_duty(*, duty: RotaDuty, actor: Actor) -> Activity:
    """Plan the activity of a day's duty: at a stall or on a market day 代表赶圩日, else 接待群众.

    All duties of the station on that day share one; one that was planned already for that day is taken. Asked
    again, it is the same. Raises NotAllowed, and NotNow for a day that has passed.
    """
    if (no := serves_station(actor, duty.station)) is not None:
        raise NotAllowed(no)
    station = locked(duty.station_id)
    same_day = list(station.duties.filter(day=duty.day).select_related("deputy", "activity"))
    for other in same_day:
        if other.activity is not None and other.activity.state != "cancelled":
            return other.activity
    if duty.day < today():
        raise NotNow(_("这一天已经过了，请直接计划或登记活动。"))
    activity = _planned(station, duty.day) or _plan(station, duty.day, actor)
    station.duties.filter(day=duty.day).update(activity=activity)
    invited = (Attendance(activity=activity, deputy=other.deputy) for other in same_day)
    Attendance.objects.bulk_create(invited, ignore_conflicts=True)
    _enter(station, actor, "open_duty", {"day": duty.day.isoformat(), "activity": str(activity.pk)})
    return activity


def _category(station: Station, day: date) -> ActivityCategory:
    cycle = station.market_cycle
    market = station.kind == Station.Kind.STALL or (cycle is not None and cycle.holds(day))
    return ActivityCategory.MARKET_DAY if market else ActivityCategory.RECEPTION


def _planned(station: Station, day: date) -> Activity | None:
    rows = Activity.objects.filter(station=station, planned_for=day, category=_category(station, day))
    return rows.exclude(state="cancelled").order_by("opened_at", "pk").first()


def _plan(station: Station, day: date, actor: Actor) -> Activity:
    category = _category(station, day)
    return plan_activity(
        title=f"{station.name}{category.label}",
        category=category,
        place=station.place,
        region=station.region,
        planned_for=day,
        station=station,
        actor=actor,
    )


def _days(station: Station, month: date, weekdays: Collection[int]) -> list[date]:
    first, last = month_span(month)
    if last < today() or first > today() + AHEAD:
        raise BadInput({"month": _("请选择本月到一年以内的月份。")})
    start = max(first, today())
    if weekdays:
        span = (start + timedelta(days=n) for n in range((last - start).days + 1))
        days = [d for d in span if d.weekday() in weekdays and (d.weekday() > 4 or calendar().is_workday(d))]
    elif station.market_cycle is not None:
        days = market_days(station.market_cycle, start, last)
    else:
        raise BadInput({"weekdays": _("这里没有登记圩日，请选择星期几值班。")})
    if not days:
        raise BadInput({"month": _("这个月余下的日子里没有要排的班。")})
    return days


def _checked(station: Station, deputies: Sequence[Deputy], parts: Sequence[DutyPart]) -> list[Deputy]:
    people = list(dict.fromkeys(deputies))
    if not people or not parts:
        raise BadInput({"deputies": _("请选择参加轮值的代表。")})
    if not all(deputy.active and deputy.region_id == station.region_id for deputy in people):
        raise BadInput({"deputies": _("轮值的应是本县在任的代表。")})
    if DutyPart.DAY in parts and len(set(parts)) > 1:
        raise BadInput({"parts": _("排了全天，就不再排上午、下午。")})
    if len(people) < len(set(parts)):
        raise BadInput({"deputies": _("一天要排%(n)s个时段，至少选择%(n)s名代表。") % {"n": len(set(parts))}})
    return people


def _turn_from(station: Station, day: date, people: list[int]) -> list[int]:
    """The turn goes on behind whoever was on duty last."""
    last = station.duties.filter(day__lt=day, deputy__in=people).order_by("-day", "-part").first()
    start = people.index(last.deputy_id) + 1 if last else 0
    return people[start:] + people[:start]


def _busy(people: Sequence[int], days: Sequence[date]) -> dict[int, set[date]]:
    # Locked, so that nobody is put twice on a day by two stations at once.
    list(Deputy.objects.select_for_update(of=("self",)).filter(pk__in=people).order_by("pk").values_list("pk"))
    busy: dict[int, set[date]] = {}
    rows = RotaDuty.objects.filter(deputy__in=people, day__range=(days[0], days[-1])).values_list("deputy_id", "day")
    for deputy, day in rows:
        busy.setdefault(deputy, set()).add(day)
    return busy


def _may_run(actor: Actor, station: Station) -> None:
    if (no := runs_station(actor, station)) is not None:
        raise NotAllowed(no)


def _enter(station: Station, actor: Actor, action: str, data: dict[str, object], reason: str = "") -> None:
    ledger.append(chain=station_chain(station), at=now(), author=actor.author, action=action, reason=reason, data=data)
