"""The deputy."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guantong.regions.models import Region


class Level(models.TextChoices):
    """The congresses of the five levels 五级人大, the highest first."""

    NATIONAL = "national", _("全国")
    PROVINCIAL = "provincial", _("自治区（省）")
    CITY = "city", _("市级")
    COUNTY = "county", _("县级")
    TOWNSHIP = "township", _("乡级")


class Deputy(models.Model):
    """A deputy 人大代表. `level` is that of the congress which they sit in; `person` is their account, if any.

    `member`: they sit on the standing committee 常委会组成人员 and keep contact with other deputies (代表法 44).
    """

    name = models.CharField(_("姓名"), max_length=40)
    level = models.CharField(_("层级"), max_length=10, choices=Level.choices)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    station = models.ForeignKey("Station", on_delete=models.PROTECT, null=True, related_name="deputies")
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="deputy")
    member = models.BooleanField(_("常委会组成人员"), default=False)
    active = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("人大代表")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(level__in=Level.values), name="deputy_of_one_of_five_levels")
        ]

    def __str__(self) -> str:
        return self.name
