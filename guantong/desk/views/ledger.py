"""The seals over the ledger, and whether it holds: the auditor's page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guantong.accounts.actors import Actor
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.audit.models import Seal
from guantong.audit.ordered import order_verification
from guantong.base.models import Work
from guantong.base.works import cancel_work
from guantong.desk.door import page

SEALS_SHOWN = 60
FAULTS_SHOWN = 50
VERIFIERS = frozenset({Role.AUDITOR, Role.CITY})
"""Who may have the whole ledger checked, that of every county: it says nothing of what an entry holds."""


@require_http_methods(["GET", "HEAD", "POST"])
def ledger(request: ActorRequest) -> HttpResponse:
    """The newest seals; posted, every entry, seal and matter is checked anew behind the page, or that is called off."""
    may = request.actor.role in VERIFIERS
    if request.method == "POST":
        return _order(request, may)
    own = _own(request.actor, request.GET["work"]) if request.GET.get("work") else None
    result = _result(own) if own else {}
    if own and request.htmx:  # type: ignore[attr-defined]  # set by HtmxMiddleware
        return render(request, "desk/_verification.html", result)
    seals = Seal.objects.order_by("-day")[:SEALS_SHOWN]
    context = {"seals": seals, "table": _table(seals), "may": may, **result}
    return page(request, "desk/ledger.html", context, current="desk:ledger")


def _order(request: ActorRequest, may: bool) -> HttpResponse:
    if not may or request.actor.person_id is None:
        raise Http404
    if asked := request.POST.get("cancel"):
        cancel_work(work=(work := _own(request.actor, asked)))
    else:
        work = order_verification(person_id=request.actor.person_id)
    return redirect(_address(work))


def _address(work: Work) -> str:
    return f"{reverse('desk:ledger')}?work={work.pk}"


def _own(actor: Actor, asked: str) -> Work:
    try:
        return Work.objects.get(pk=asked, asked_by_id=actor.person_id)
    except (Work.DoesNotExist, ValidationError):
        raise Http404 from None


def _result(work: Work) -> dict[str, Any]:
    """How far the verification is, and what it found."""
    job = {"what": work.what, "done": work.done, "total": work.total, "state": work.state, "sentence": work.sentence}
    lines = _lines(work) if work.state == Work.State.DONE else []
    return {"work": work, "address": _address(work), "job": job, "count": len(lines), "faults": lines[:FAULTS_SHOWN]}


def _lines(work: Work) -> list[tuple[str, ...]]:
    with work.file.open("rb") as file:
        return [tuple(line.split("\t", 1)) for line in file.read().decode().splitlines()]


def _table(seals: Any) -> dict[str, Any]:
    return {
        "caption": _("每日封存"),
        "note": _("封存值由当日各事项台账末项算出，并与前一日相连；把最新一项抄存到别处，即可为此前全部台账作证。"),
        "columns": [
            {"label": _("日期")},
            {"label": _("记录"), "numeric": True},
            {"label": _("事项"), "numeric": True},
            {"label": _("封存值（SM3）")},
        ],
        "rows": [[str(s.day), s.entries, s.chains, bytes(s.digest).hex()] for s in seals],
        "stack": True,
    }
