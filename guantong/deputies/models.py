"""Deputies, the stations that they keep, what they hold there, and the deeds that come of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.matters.models import Matter
from guantong.regions.models import Organisation, Region


class Deputy(models.Model):
    """A deputy 人大代表. `level` is that of the congress which they sit in; `person` is their account, if any."""

    name = models.CharField(_("姓名"), max_length=40)
    level = models.CharField(_("层级"), max_length=10)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    station = models.ForeignKey("Station", on_delete=models.PROTECT, null=True, related_name="deputies")
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="deputy")
    active = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("人大代表")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Station(models.Model):
    """A contact station 代表联络站, or a market-day stall 代表摊位 of a township.

    `organisation` is the body that matters are assigned to. `market_days` are the days of the lunar
    month's decade on which the market is held, such as "3,6,9".
    """

    class Kind(models.TextChoices):
        STATION = "station", _("代表联络站")
        STALL = "stall", _("代表摊位")

    name = models.CharField(_("名称"), max_length=60)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.STATION)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="station")
    mode = models.CharField(_("模式"), max_length=60, blank=True, default="")
    market_days = models.CharField(_("圩日"), max_length=20, blank=True, default="")

    class Meta:
        verbose_name = _("代表联络站")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["region", "name"], name="station_name_in_region")]

    def __str__(self) -> str:
        return self.name


class ActivityCategory(models.TextChoices):
    MARKET_DAY = "market_day", _("代表赶圩日")
    HOME_VISIT = "home_visit", _("入户走访")
    RECEPTION = "reception", _("接待群众")
    THEME = "theme", _("主题活动")


class Activity(Matter):
    """An activity 履职活动 of deputies: planned, then held or cancelled. `held_at` is when it took place."""

    category = models.CharField(_("类别"), max_length=20, choices=ActivityCategory.choices)
    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="activities")
    planned_for = models.DateField(_("计划日期"))
    held_at = models.DateTimeField(_("举办时间"), null=True)
    notes = models.TextField(_("活动情况"), blank=True, default="")
    deputies = models.ManyToManyField(Deputy, related_name="activities", through="Attendance")

    class Meta:
        verbose_name = _("履职活动")
        indexes = [models.Index(fields=["held_at"], name="activity_by_moment")]


class Attendance(models.Model):
    """One deputy's presence at one activity: one person-time 人次."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="attendances")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="attendances")

    class Meta:
        verbose_name = _("出席")
        constraints = [models.UniqueConstraint(fields=["activity", "deputy"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.deputy_id} @ {self.activity_id}"


class Visit(models.Model):
    """A visit 入户走访 made in the course of an activity. `person_times` counts the people spoken with 人次.

    No name of a villager is kept: `household` is what the station's own list calls it.
    """

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="visits")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="visits")
    place = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    household = models.CharField(_("走访对象"), max_length=60)
    person_times = models.PositiveSmallIntegerField(_("人次"))
    visited_at = models.DateTimeField(_("走访时间"))
    notes = models.CharField(_("走访情况"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("走访记录")
        constraints = [models.CheckConstraint(condition=Q(person_times__range=(1, 200)), name="visit_has_people")]
        indexes = [models.Index(fields=["visited_at"], name="visit_by_moment")]

    def __str__(self) -> str:
        return self.household


class PracticalDeed(Matter):
    """A practical deed 办实事 that a deputy or station brought about: promised, done, checked by another."""

    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="deeds")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="deeds")
    content = models.TextField(_("内容"))
    beneficiaries = models.PositiveIntegerField(_("受益人数"), default=0)
    done_at = models.DateTimeField(_("办成时间"), null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("办实事")
        indexes = [models.Index(fields=["done_at"], name="deed_by_moment")]
