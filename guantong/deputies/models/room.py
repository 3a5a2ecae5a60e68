"""Rooms of stations and activity centres, and their bookings by parts of the day."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.deputies.models.activity import Activity
from guantong.deputies.models.station import Station
from guantong.regions.models import Region


class DayPart(models.TextChoices):
    """The parts of a day that a room is booked for; their values sort as the day goes on."""

    MORNING = "1morning", _("上午")
    AFTERNOON = "2afternoon", _("下午")
    EVENING = "3evening", _("晚上")


class Room(models.Model):
    """A room of a station, or of an activity centre 代表活动中心 that is known by its name."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="rooms")
    centre = models.CharField(_("活动中心"), max_length=60, blank=True, default="")
    name = models.CharField(_("房间"), max_length=40)
    capacity = models.PositiveSmallIntegerField(_("可容纳人数"))

    class Meta:
        verbose_name = _("活动场所")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "station", "centre", "name"], nulls_distinct=False, name="room_named_once"
            ),
            models.CheckConstraint(
                condition=Q(station__isnull=False, centre="") | Q(station__isnull=True, centre__gt=""),
                name="room_is_of_station_or_centre",
            ),
            models.CheckConstraint(condition=Q(capacity__range=(1, 2000)), name="room_holds_people"),
        ]

    def __str__(self) -> str:
        return f"{self.station.name if self.station else self.centre}{self.name}"


class Booking(models.Model):
    """A booking of a room, for one day from one part of it through another. `cancelled_at`: it was given up."""

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="bookings")
    day = models.DateField(_("日期"))
    first = models.CharField(_("从"), max_length=10, choices=DayPart.choices)
    last = models.CharField(_("到"), max_length=10, choices=DayPart.choices)
    purpose = models.CharField(_("用途"), max_length=120)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, related_name="bookings")
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    booked_name = models.CharField(max_length=60)
    booked_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("场所预订")
        ordering = ["day", "first", "id"]
        indexes = [
            models.Index(fields=["room", "day"], condition=Q(cancelled_at__isnull=True), name="booking_that_stands")
        ]
        constraints = [models.CheckConstraint(condition=Q(first__lte=models.F("last")), name="booking_ends_after")]

    def __str__(self) -> str:
        return self.purpose


class BookedPart(models.Model):
    """A part of a day that a standing booking takes. The database keeps each to one booking; cancelled, it goes."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="parts")
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    part = models.CharField(max_length=10, choices=DayPart.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "day", "part"], name="room_booked_once")]

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.part}"
