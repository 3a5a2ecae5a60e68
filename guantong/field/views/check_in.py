"""Checking in 签到 with one's own phone: by the sign on the screen, or by the digits under it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guantong.accounts.middleware import ActorRequest
from guantong.base.now import now
from guantong.base.refusals import BadInput, Conflict, Refusal
from guantong.deputies import services
from guantong.deputies.check_in_codes import is_code
from guantong.deputies.forms.check_ins import CodeForm
from guantong.deputies.forms.moves import own_row
from guantong.deputies.models import Activity
from guantong.deputies.presence import attendance_of, check_in_at, open_check_ins
from guantong.field.door import page

CURRENT = "field:activities"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def by_digits(request: ActorRequest) -> HttpResponse:
    """Ask for the digits of the screen; they tell which of today's activities it is."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        typed, moment = form.cleaned_data["code"], now()
        found = [one for one in open_check_ins(request.actor.region_code) if is_code(one, typed, moment)]
        if found:
            return _sign(request, found[0], typed, form)
        form.add_error("code", _("没有正在用这个码签到的活动。请看屏幕上现在的码。"))
    status = 422 if form.errors else 200
    return page(request, "field/check_in.html", {"form": form}, current=CURRENT, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def here(request: ActorRequest, pk: UUID, code: str) -> HttpResponse:
    """What was scanned: which activity it is, and one button. An activity of another county does not exist."""
    activity = get_object_or_404(check_in_at(request.actor.region_code), pk=pk)
    if request.method == "POST":
        return _sign(request, activity, code[:20])
    return _page(request, activity)


def _sign(request: ActorRequest, activity: Activity, code: str, form: CodeForm | None = None) -> HttpResponse:
    try:
        services.check_in(activity=activity, deputy=own_row(request.actor), code=code, actor=request.actor)
    except BadInput as no:
        return _page(request, activity, refusal=no.sentence, again=True, status=422)
    except Refusal as no:
        return _page(request, activity, refusal=no.sentence, status=409 if isinstance(no, Conflict) else 403)
    return redirect("field:check-in-here", activity.pk, code)


def _page(
    request: ActorRequest, activity: Activity, *, refusal: str = "", again: bool = False, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "activity": activity,
        "own": attendance_of(activity, request.actor),
        "refusal": refusal,
        "again": again,
    }
    return page(request, "field/check_in_here.html", context, current=CURRENT, status=status)
