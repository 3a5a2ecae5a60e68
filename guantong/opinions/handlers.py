"""Which bodies of a county can be given an opinion, and finding one by what somebody typed."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from guantong.base.refusals import BadInput
from guantong.opinions.services.desk import ASSIGN_MOVES
from guantong.regions.models import Organisation, OrganisationKind

KINDS = tuple(ASSIGN_MOVES)


def kinds_for(move: str) -> tuple[OrganisationKind, ...]:
    """The kinds of body that a move hands to; every kind for the dispatch of 民情速办."""
    return tuple(kind for kind in KINDS if move in (ASSIGN_MOVES[kind], "dispatch"))


def bodies(region_code: str, kinds: Collection[str]) -> list[Organisation]:
    """The county's active bodies of these kinds, grouped in the order of KINDS."""
    rows = Organisation.objects.filter(region_id=region_code, kind__in=kinds, active=True)
    order = {kind: n for n, kind in enumerate(KINDS)}
    return sorted(rows, key=lambda row: (order[OrganisationKind(row.kind)], row.pk))


def body_named(typed: str, among: Collection[Organisation]) -> Organisation:
    """The one body that bears the name typed, or alone contains it. Raises BadInput for none or several."""
    typed = typed.strip()
    exact = [body for body in among if body.name == typed]
    like = exact or [body for body in among if typed and typed in body.name]
    if len(like) == 1:
        return like[0]
    if not like:
        raise BadInput({"holder": _("没有名称含“%(typed)s”的单位，请从列表中选择。") % {"typed": typed}})
    names = "、".join(body.name for body in like[:3])
    raise BadInput(
        {"holder": _("有%(n)s个单位含这个名称，请写明是哪一个：%(names)s。") % {"n": len(like), "names": names}}
    )
