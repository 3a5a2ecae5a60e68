"""Regions, organisations, and dated settings of a county."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    CITY = "city", _("设区的市")
    COUNTY = "county", _("县级")
    TOWNSHIP = "township", _("乡级")
    VILLAGE = "village", _("村级")


class Region(models.Model):
    """A unit of GB/T 2260 or, below the county, of the statistical division codes.

    `code` has 6 digits down to the county, 9 for a township, 12 for a village.
    """

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=40)
    short_name = models.CharField(max_length=20)
    slug = models.SlugField(max_length=20, blank=True)
    level = models.CharField(max_length=10, choices=Level.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")

    class Meta:
        verbose_name = _("区划")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(code__regex=r"^(\d{6}|\d{9}|\d{12})$"), name="region_code_shape")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def prefix(self) -> str:
        """What the codes of this region and of all below it begin with."""
        return subtree_prefix(self.code)


def subtree_prefix(code: str) -> str:
    """The common beginning of all codes in a region's subtree: 451000 → 4510, 451028 → 451028."""
    if len(code) != 6:
        return code
    while code.endswith("00"):
        code = code[:-2]
    return code


class RegionAlias(models.Model):
    """A code that a region bore before (451021 for 451003)."""

    code = models.CharField(max_length=12, primary_key=True)
    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="aliases")
    note = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("旧代码")

    def __str__(self) -> str:
        return f"{self.code} → {self.region_id}"


class OrganisationKind(models.TextChoices):
    CONGRESS = "congress", _("人民代表大会")
    STANDING_COMMITTEE = "standing_committee", _("人大常委会")
    CHAIR_COUNCIL = "chair_council", _("主任会议")
    WORKING_BODY = "working_body", _("人大工作机构")
    PRESIDIUM = "presidium", _("乡镇人大主席团")
    TOWNSHIP = "township", _("乡镇人民政府")
    DEPARTMENT = "department", _("承办单位")
    STATION = "station", _("代表联络站")
    ENTERPRISE = "enterprise", _("企业")
    SUPERVISED = "supervised", _("监督对象")


class Organisation(models.Model):
    """A body that can hold a matter, or whose people sign in. `code` and `name` are unique within its region."""

    code = models.CharField(max_length=60)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="organisations")
    place = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    active = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("机构")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["region", "code"], name="organisation_code_in_region"),
            models.UniqueConstraint(fields=["region", "name"], name="organisation_name_in_region"),
        ]

    def __str__(self) -> str:
        return self.name


class Setting(models.Model):
    """One dated rule or choice of a county (or of the city, or of all when `region` is empty).

    The newest `effective_from` not after the day asked for wins; a county's own beats the city's,
    the city's beats the general one. `basis` says which document it rests on.
    """

    region = models.ForeignKey(Region, on_delete=models.CASCADE, null=True, related_name="settings")
    key = models.CharField(max_length=80)
    value = models.JSONField()
    effective_from = models.DateField()
    basis = models.CharField(max_length=200)
    mark = models.CharField(max_length=1, choices=[("S", "S"), ("L", "L"), ("M", "M")])

    class Meta:
        verbose_name = _("县级设置")
        constraints = [
            models.UniqueConstraint(
                fields=["region", "key", "effective_from"], name="setting_once_a_day", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} @ {self.region_id or '*'} {self.effective_from}"
