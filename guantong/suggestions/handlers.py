"""Which bodies of a county can handle a suggestion, and finding one by what somebody typed."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from guantong.base.refusals import BadInput
from guantong.regions.models import Organisation, OrganisationKind

HANDLING_KINDS = (OrganisationKind.DEPARTMENT, OrganisationKind.TOWNSHIP, OrganisationKind.SUPERVISED)


def units(region_code: str) -> list[Organisation]:
    """The county's active bodies that can handle, the departments first."""
    rows = Organisation.objects.filter(region_id=region_code, kind__in=HANDLING_KINDS, active=True)
    order = {kind: n for n, kind in enumerate(HANDLING_KINDS)}
    return sorted(rows, key=lambda row: (order[OrganisationKind(row.kind)], row.pk))


def unit_named(typed: str, among: Collection[Organisation]) -> Organisation:
    """The one unit that bears the name typed, or alone contains it. Raises BadInput for none or several."""
    typed = typed.strip()
    exact = [unit for unit in among if unit.name == typed]
    like = exact or [unit for unit in among if typed and typed in unit.name]
    if len(like) == 1:
        return like[0]
    if not like:
        raise BadInput({"holder": _("没有名称含“%(typed)s”的单位，请从列表中选择。") % {"typed": typed}})
    names = "、".join(unit.name for unit in like[:3])
    raise BadInput(
        {"holder": _("有%(n)s个单位含这个名称，请写明是哪一个：%(names)s。") % {"n": len(like), "names": names}}
    )
