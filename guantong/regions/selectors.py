"""Looking regions up, by code or by the code that they bore before."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from guantong.base.refusals import BadInput
from guantong.regions.models import Level, Region


def region_by_code(code: str) -> Region:
    """The region that bears or bore `code`. Raises BadInput for a code that nobody knows."""
    digits = code.isascii() and code.isdigit()
    found = Region.objects.filter(Q(code=code) | Q(aliases__code=code)).first() if digits else None
    if found is None:
        raise BadInput({"region": _("没有代码为“%(code)s”的区划。") % {"code": code}})
    return found


def counties(city: Region) -> QuerySet[Region]:
    """The county-level units of a city, by code."""
    return Region.objects.filter(parent=city, level=Level.COUNTY).order_by("code")


def places(region: Region) -> QuerySet[Region]:
    """Every region of the subtree, the region itself included."""
    return Region.objects.filter(code__startswith=region.prefix)


def neighbours(region: Region) -> QuerySet[Region]:
    """The other county-level regions of the same city."""
    return Region.objects.filter(parent_id=region.parent_id, level=region.level).exclude(pk=region.pk).order_by("code")
