"""The pages of the security officer and of the system administrator."""

from __future__ import annotations

from collections.abc import Sequence

from axes.models import AccessAttempt
from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guantong import __version__
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Person, Post, Role
from guantong.audit.models import Seal
from guantong.base.now import CHINA, today
from guantong.deadlines.calendar import calendar
from guantong.desk.door import page
from guantong.regions.models import subtree_prefix

FAILURES_SHOWN = 50


@require_safe
def security(request: ActorRequest) -> HttpResponse:
    """Who holds which post in the officer's region and below it, and which sign-ins failed."""
    region = request.actor.region_code
    posts = Post.objects.filter(until__isnull=True, region__code__startswith=subtree_prefix(region))
    posts = posts.select_related("person", "organisation", "region").order_by("region_id", "organisation_id", "pk")
    people = {
        "caption": _("在任岗位（%(n)s个）") % {"n": len(posts)},
        "columns": [{"label": label} for label in (_("姓名"), _("账号"), _("岗位"), _("机构"), _("区划"))],
        "rows": [
            [
                post.person.name,
                post.person.username,
                str(Role(post.role).label),
                post.organisation.name,
                post.region.name,
            ]
            for post in posts
        ],
        "stack": True,
    }
    attempts = _attempts(region, [post.person.username for post in posts])
    failures = {
        "caption": _("登录失败"),
        "note": _("同一账号在同一地址连续失败%(n)s次即锁定30分钟。") % {"n": settings.AXES_FAILURE_LIMIT},
        "empty": _("没有登录失败的记录"),
        "columns": [
            {"label": _("账号")},
            {"label": _("地址")},
            {"label": _("次数"), "numeric": True},
            {"label": _("最近一次")},
        ],
        "rows": [
            [
                a.username,
                str(a.ip_address),
                a.failures_since_start,
                f"{a.attempt_time.astimezone(CHINA):%Y-%m-%d %H:%M}",
            ]
            for a in attempts
        ],
        "stack": True,
    }
    context = {"heading": _("岗位与登录"), "tables": [failures, people]}
    return page(request, "desk/tables.html", context, current="desk:security")


def _attempts(region: str, accounts: list[str]) -> Sequence[AccessAttempt]:
    """The newest failures of these accounts; for a city's officer also those of names that nobody has."""
    ours = Q(username__in=accounts)
    if subtree_prefix(region) != region:
        ours |= ~Q(username__in=Person.objects.values("username"))
    return list(AccessAttempt.objects.filter(ours).order_by("-attempt_time")[:FAILURES_SHOWN])


@require_safe
def system(request: ActorRequest) -> HttpResponse:
    """What runs, and what it needs from somebody. No record of any matter is shown here."""
    days, year = calendar(), today().year
    seal = Seal.objects.order_by("-day").first()
    facts = [
        [_("版本"), __version__],
        [_("数据库"), f"PostgreSQL {connection.pg_version // 10000}"],  # type: ignore[attr-defined]  # PostgreSQL only
        [_("最近封存"), str(seal.day) if seal else _("还没有封存")],
        *[
            [_("%(year)s年放假安排") % {"year": y}, _("已收录") if days.is_published(y) else _("尚未公布，时限为暂定")]
            for y in (year, year + 1)
        ],
    ]
    table = {"caption": _("运行情况"), "columns": [{"label": _("项目")}, {"label": _("情况")}], "rows": facts}
    context = {"heading": _("系统状态"), "tables": [table]}
    return page(request, "desk/tables.html", context, current="desk:system")
