"""Practical deeds: the list, and promising one."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.deputies import selectors
from guantong.deputies.forms.opening import PromiseForm
from guantong.deputies.procedures import DEED
from guantong.desk.door import page
from guantong.desk.listing import chosen_of, matters_page, tabs
from guantong.desk.opening import opening_page

CURRENT = "desk:deeds"


@require_safe
def deeds(request: ActorRequest) -> HttpResponse:
    """The deeds that one may see, the newest first."""
    state = chosen_of(request, "state", DEED.by_state)
    rows = selectors.deeds_for(request.actor)
    context = {
        **matters_page(request, rows.filter(state=state) if state else rows, name="state", chosen=state),
        "tabs": tabs("state", [("", _("全部")), *((one.code, one.label) for one in DEED.states)], state),
    }
    return page(request, "desk/deeds/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def promise(request: ActorRequest) -> HttpResponse:
    """Record a deed that somebody takes on."""
    done = _("已登记承诺。办成后请登记，由别人核实。")
    form = partial(PromiseForm, initial={"occasion": request.GET.get("occasion", "")[:36]})
    return opening_page(request, form, "desk/deeds/promise.html", current=CURRENT, done=done)


urlpatterns = [
    path("deeds/", deeds, name="deeds"),
    path("deeds/promise/", promise, name="promise-deed"),
]
