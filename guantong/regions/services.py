"""Adopting a county's own rules, and entering its bodies."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.base.refusals import BadInput
from guantong.regions import rulebook
from guantong.regions.models import Organisation, OrganisationKind, Region, Setting


@transaction.atomic
def adopt_setting(
    *, key: str, value: Any, effective_from: date, basis: str, mark: str = "L", region: Region | None = None
) -> Setting:
    """Put a dated rule in force; an earlier rule stays for the matters that began under it.

    Raises IntegrityError when the region already adopted one under this key for that day.
    """
    row = Setting.objects.create(
        region=region, key=key, value=value, effective_from=effective_from, basis=basis, mark=mark
    )
    rulebook.forget()
    transaction.on_commit(rulebook.forget)
    return row


def register_organisation(
    *, code: str, name: str, kind: OrganisationKind, region: Region, place: Region, parent: Organisation | None = None
) -> Organisation:
    """Enter a body that no law gives every county: a station, an enterprise, a further department.

    Raises BadInput when the county already has a body under this code.
    """
    if Organisation.objects.filter(region=region, code=code).exists():
        raise BadInput({"code": _("“%(code)s”已经登记过。") % {"code": code}})
    return Organisation.objects.create(code=code, name=name, kind=kind, region=region, place=place, parent=parent)
