"""Finding a body by what somebody typed of its name."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from guantong.base.refusals import BadInput
from guantong.regions.models import Organisation


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
