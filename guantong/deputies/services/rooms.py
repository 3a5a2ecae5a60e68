"""Rooms of stations and activity centres: entering one, booking it, giving a booking up."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.audit import ledger
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, Conflict, NotAllowed, NotNow
from guantong.deputies.models import Activity, BookedPart, Booking, DayPart, Room, Station
from guantong.deputies.policies import books_rooms, gives_up_booking, keeps_rooms
from guantong.regions.models import Region

AHEAD = timedelta(days=180)
"""How far ahead a room is booked."""


def room_chain(room: Room) -> UUID:
    """The chain of a room's entries in the ledger."""
    return uuid5(NAMESPACE_URL, f"room:{room.region_id}:{room.pk}")


@transaction.atomic
def open_room(
    *, region: Region, name: str, capacity: int, actor: Actor, station: Station | None = None, centre: str = ""
) -> Room:
    """Enter a room of a station, or of a centre under its name. Raises NotAllowed and BadInput."""
    if (no := keeps_rooms(actor, region.code, station)) is not None:
        raise NotAllowed(no)
    name, centre = name.strip(), centre.strip()
    if (station is None) == (not centre):
        raise BadInput({"centre": _("请选择联络站，或者填写活动中心的名称，两样填一样。")})
    if station is not None and station.region_id != region.code:
        raise BadInput({"station": _("请选择本县的联络站。")})
    if not name or not 1 <= capacity <= 2000:
        raise BadInput({"capacity": _("请填写房间名称和可容纳人数（1至2000人）。")})
    if Room.objects.filter(region=region, station=station, centre=centre, name=name).exists():
        raise BadInput({"name": _("这里已经有同名的房间。")})
    room = Room.objects.create(region=region, station=station, centre=centre, name=name, capacity=capacity)
    ledger.append(
        chain=room_chain(room), at=now(), author=actor.author, action="open_room",
        data={"name": str(room), "capacity": capacity},
    )  # fmt: skip
    return room


@transaction.atomic
def book_room(
    *,
    room: Room,
    day: date,
    first: str,
    last: str,
    purpose: str,
    actor: Actor,
    activity: Activity | None = None,
) -> Booking:
    """Book a room for one day, from a part of it through another.

    Raises NotAllowed, BadInput for a day that has passed or lies too far ahead, and Conflict, naming who has it,
    where a part is taken; of two who book at once, one does.
    """
    if (no := books_rooms(actor, room)) is not None:
        raise NotAllowed(no)
    if actor.person_id is None:
        raise NotAllowed(_("请先登录。"))
    parts = _parts(first, last)
    if not today() <= day <= today() + AHEAD:
        raise BadInput({"day": _("请选择今天起半年以内的日期。")})
    if not purpose.strip():
        raise BadInput({"purpose": _("请填写用途。")})
    room = Room.objects.select_for_update(of=("self",)).get(pk=room.pk)
    booking = Booking.objects.create(
        room=room,
        day=day,
        first=first,
        last=last,
        purpose=purpose.strip()[:120],
        activity=activity,
        booked_by_id=actor.person_id,
        booked_name=actor.name,
        booked_at=now(),
    )
    try:
        with transaction.atomic():
            BookedPart.objects.bulk_create(BookedPart(booking=booking, room=room, day=day, part=p) for p in parts)
    except IntegrityError:
        raise Conflict(_taken(room, day, parts)) from None
    ledger.append(
        chain=room_chain(room), at=now(), author=actor.author, action="book_room",
        data={"booking": booking.pk, "day": day.isoformat(), "parts": parts, "purpose": booking.purpose},
    )  # fmt: skip
    return booking


@transaction.atomic
def cancel_booking(*, booking: Booking, actor: Actor) -> Booking:
    """Give a booking up, one's own or as whoever keeps the room. Raises NotAllowed, and NotNow when it is past."""
    if (no := gives_up_booking(actor, booking)) is not None:
        raise NotAllowed(no)
    room = Room.objects.select_for_update(of=("self",)).get(pk=booking.room_id)
    booking = Booking.objects.get(pk=booking.pk)
    if booking.cancelled_at is not None or booking.day < today():
        raise NotNow(_("这次预订已经取消或者已经过去。"))
    booking.cancelled_at = now()
    booking.save(update_fields=["cancelled_at"])
    booking.parts.all().delete()
    ledger.append(
        chain=room_chain(room), at=now(), author=actor.author, action="cancel_booking", data={"booking": booking.pk}
    )
    return booking


def _parts(first: str, last: str) -> list[str]:
    if first not in DayPart.values or last not in DayPart.values or first > last:
        raise BadInput({"last": _("结束的时段不能早于开始的时段。")})
    return [part for part in DayPart.values if first <= part <= last]


def _taken(room: Room, day: date, parts: list[str]) -> str:
    row = BookedPart.objects.filter(room=room, day=day, part__in=parts).select_related("booking").first()
    who, purpose = (row.booking.booked_name, row.booking.purpose) if row else ("", "")
    return _("%(room)s%(day)s已由%(who)s预订（%(purpose)s），请换时段、日期或房间。") % {
        "room": room,
        "day": day.isoformat(),
        "who": who,
        "purpose": purpose,
    }
