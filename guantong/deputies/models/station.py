"""Contact stations and stalls, and what is done to make one better."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.kernel.markets import Cycle, Kind, parse_cycle
from guantong.matters.models import Matter
from guantong.regions.models import Organisation, Region


class Grade(models.TextChoices):
    """How well a station is equipped and led; a county may set its own standards for each."""

    BASIC = "basic", _("一般站")
    STANDARD = "standard", _("规范站")
    MODEL = "model", _("示范站")


class Station(models.Model):
    """A contact station 代表联络站, or a market-day stall 代表摊位 of a township.

    `organisation` is the body that matters are assigned to. `market_days` is the cycle of its market as
    `kernel.markets` reads it, such as "3,6,9" for days of the lunar decade. `grade` and `partner` (whom it is kept
    together with, in another province) are what its accepted projects made of it.
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
    grade = models.CharField(_("等级"), max_length=10, choices=Grade.choices, default=Grade.BASIC)
    partner = models.CharField(_("共建方"), max_length=60, blank=True, default="")
    market_days = models.CharField(_("圩日"), max_length=80, blank=True, default="")

    class Meta:
        verbose_name = _("代表联络站")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["region", "name"], name="station_name_in_region")]

    def __str__(self) -> str:
        return self.name

    @property
    def market_cycle(self) -> Cycle | None:
        """The cycle of its market; None where none is held."""
        return parse_cycle(self.market_days) if self.market_days else None

    @property
    def market_words(self) -> str:
        """The cycle of its market as people say it; empty where none is held."""
        cycle = self.market_cycle
        if cycle is None:
            return ""
        numbers = "、".join(map(str, cycle.numbers))
        if cycle.kind is Kind.EVERY:
            return gettext("每%(n)s天一圩（%(day)s逢圩）") % {"n": numbers, "day": cycle.known}
        if cycle.kind is Kind.SOLAR:
            return gettext("每月%(days)s日") % {"days": numbers}
        return gettext("农历逢%(days)s") % {"days": numbers}


class StationProject(Matter):
    """Something done to a station 联络站建设.

    It is raised in grade 提档升级, or kept together with another province 跨省区共建. Whoever proposes it does not
    accept it. `standards` are the codes of the county's standards that the station was found to meet;
    `accepted_at` is the day from which it counts.
    """

    class Category(models.TextChoices):
        UPGRADE = "upgrade", _("提档升级")
        CROSS_PROVINCE = "cross_province", _("跨省区共建")

    category = models.CharField(_("类别"), max_length=20, choices=Category.choices)
    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="projects")
    grade = models.CharField(_("申报等级"), max_length=10, choices=Grade.choices, blank=True, default="")
    partner = models.CharField(_("共建方"), max_length=60, blank=True, default="")
    content = models.TextField(_("建设内容"))
    standards = models.JSONField(_("达标项目"), default=list)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(_("验收时间"), null=True)

    class Meta:
        verbose_name = _("联络站建设")
        constraints = [
            models.CheckConstraint(
                condition=Q(category="upgrade", grade__gt="") | Q(category="cross_province", partner__gt=""),
                name="station_project_says_what_becomes_of_it",
            )
        ]
        indexes = [models.Index(fields=["accepted_at"], name="station_project_by_moment")]
