"""Who a policy lets act, in words: what the tables of procedures show."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guantong.accounts.models import Role

TOLD_BY_THE_BODY = frozenset({Role.CLERK, Role.CITY, Role.PRESIDIUM, Role.DEPARTMENT})
"""Roles that need no word beside the name of the body: 代表工作委员会 has staff, a department officers."""

WHO: dict[str, Promise] = {
    "anyone": _("任何人"),
    "asker": _("提出人（凭回执），或县人大工作人员代为记录"),
    "another": _("县人大工作人员；不能是答复人或提请人"),
    "checker": _("县人大或乡镇人大；不能是登记人"),
    "desk": _("县人大工作人员"),
    "desk_ordinary": _("县人大工作人员（常规办理）"),
    "desk_rapid": _("县人大工作人员（民情速办）"),
    "handler": _("承办单位"),
    "handler_in_time": _("承办单位，在退回期限内"),
    "handler_or_desk": _("承办单位或县人大工作人员"),
    "organiser": _("代表、联络站、乡镇人大或县人大工作人员"),
    "recorder": _("代表、联络站、乡镇人大或县人大工作人员"),
    "system": _("系统自动"),
}
