"""Adopting a county's own rules, and entering its bodies."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.base.refusals import BadInput
from guantong.regions import known_settings, rulebook
from guantong.regions.models import Organisation, OrganisationKind, Region, Setting


@transaction.atomic
def adopt_setting(
    *, key: str, value: Any, effective_from: date, basis: str, mark: str = "L", region: Region | None = None
) -> Setting:
    """Put a dated rule in force; an earlier rule stays for the matters that began under it.

    Raises BadInput for a key that nobody reads, a value that cannot be worked with, or no basis, and
    IntegrityError when the region already adopted one under this key for that day.
    """
    _check(key, value, basis)
    row = Setting.objects.create(
        region=region, key=key, value=value, effective_from=effective_from, basis=basis, mark=mark
    )
    rulebook.forget()
    transaction.on_commit(rulebook.forget)
    return row


def _check(key: str, value: Any, basis: str) -> None:
    wrong = {}
    if not known_settings.is_known(key):
        wrong["key"] = _("没有名为“%(key)s”的设置。") % {"key": key}
    elif problem := known_settings.problem(key, value):
        wrong["value"] = problem
    if not basis.strip():
        wrong["basis"] = _("请写明依据的文件。")
    if wrong:
        raise BadInput(wrong)


def register_organisation(
    *, code: str, name: str, kind: OrganisationKind, region: Region, place: Region, parent: Organisation | None = None
) -> Organisation:
    """Enter a body that no law gives every county: a station, an enterprise, a further department.

    Raises BadInput when the county already has a body under this code or of this name.
    """
    for field, typed in (("code", code), ("name", name)):
        if Organisation.objects.filter(region=region, **{field: typed}).exists():
            raise BadInput({field: _("“%(code)s”已经登记过。") % {"code": typed}})
    return Organisation.objects.create(code=code, name=name, kind=kind, region=region, place=place, parent=parent)
