"""The pages of the security officer and of the system administrator."""

from __future__ import annotations

from axes.models import AccessAttempt
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guantong import __version__
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Post, Role
from guantong.accounts.scope import in_scope
from guantong.audit.models import Seal
from guantong.base.now import CHINA, today
from guantong.deadlines.calendar import calendar
from guantong.desk.door import page


@require_safe
def security(request: ActorRequest) -> HttpResponse:
    """Who holds which post in the officer's region, and which sign-ins failed."""
    posts = in_scope(Post.objects.filter(until__isnull=True), request.actor).select_related("person", "organisation")
    people = {
        "caption": _("在任岗位"),
        "columns": [{"label": _("姓名")}, {"label": _("账号")}, {"label": _("岗位")}, {"label": _("机构")}],
        "rows": [
            [post.person.name, post.person.username, str(Role(post.role).label), post.organisation.name]
            for post in posts.order_by("organisation_id", "pk")
        ],
        "stack": True,
    }
    accounts = [post.person.username for post in posts]
    attempts = AccessAttempt.objects.filter(username__in=accounts).order_by("-attempt_time")[:50]
    failures = {
        "caption": _("登录失败"),
        "note": _("同一账号在同一地址连续失败%(n)s次即锁定30分钟。") % {"n": settings.AXES_FAILURE_LIMIT},
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
    context = {"heading": _("岗位与登录"), "tables": [people, failures]}
    return page(request, "desk/tables.html", context, current="desk:security")


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
