"""Practical deeds: the list, and promising one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.keyset import newest_first
from guantong.base.refusals import BadInput, Refusal
from guantong.deputies import selectors
from guantong.deputies.forms.opening import PromiseForm
from guantong.deputies.procedures import DEED
from guantong.desk.door import page
from guantong.desk.views.activities import state_tabs

CURRENT = "desk:deeds"


@require_safe
def deeds(request: ActorRequest) -> HttpResponse:
    """The deeds that one may see, the newest first."""
    state = request.GET.get("state", "")
    state = state if state in DEED.by_state else ""
    rows = selectors.deeds_for(request.actor)
    found = newest_first(
        rows.filter(state=state) if state else rows, request.GET.get("after", "")[:200], moment="opened_at"
    )
    context = {
        "rows": [(deed, DEED.by_state[deed.state]) for deed in found.rows],
        "tabs": state_tabs(DEED.states, state),
        "next_url": f"?state={state}&after={found.next}" if found.next else "",
        "first_url": f"?state={state}" if request.GET.get("after") else "",
    }
    return page(request, "desk/deeds/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def promise(request: ActorRequest) -> HttpResponse:
    """Record a deed that somebody takes on."""
    form = PromiseForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            deed = form.open()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, _("已登记承诺。办成后请登记，由别人核实。"))
            return redirect("desk:matter", deed.pk)
    return page(request, "desk/deeds/promise.html", {"form": form}, current=CURRENT, status=422 if form.errors else 200)


urlpatterns = [
    path("deeds/", deeds, name="deeds"),
    path("deeds/promise/", promise, name="promise-deed"),
]
