"""Which bodies of a county can handle a suggestion."""

from __future__ import annotations

from guantong.regions.models import Organisation, OrganisationKind

HANDLING_KINDS = (OrganisationKind.DEPARTMENT, OrganisationKind.TOWNSHIP, OrganisationKind.SUPERVISED)


def units(region_code: str) -> list[Organisation]:
    """The county's active bodies that can handle, the departments first."""
    rows = Organisation.objects.filter(region_id=region_code, kind__in=HANDLING_KINDS, active=True)
    order = {kind: n for n, kind in enumerate(HANDLING_KINDS)}
    return sorted(rows, key=lambda row: (order[OrganisationKind(row.kind)], row.pk))
