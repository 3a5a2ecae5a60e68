"""The worklist: every open matter, ordered by its legal clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.accounts.scope import visible_regions
from guantong.desk.filters import ALL, MINE, OPEN, Filters
from guantong.desk.shell import filled
from guantong.desk.worklist import listed
from guantong.kernel.procedure import Procedure
from guantong.matters.registry import kinds


@require_safe
@vary_on_headers("HX-Request")
def worklist(request: ActorRequest) -> HttpResponse:
    """The list as a page, or for htmx the list alone."""
    actor, asked = request.actor, Filters.read(request.GET)
    found = listed(actor, asked)
    rows = render_to_string(
        "desk/_worklist.html",
        {
            "list": found,
            "asked": asked,
            "next_url": asked.address(after=found.next) if found.next else "",
            "first_url": asked.address() if asked.after else "",
        },
    )
    htmx = request.htmx  # type: ignore[attr-defined]  # set by HtmxMiddleware
    if htmx and not htmx.history_restore_request:
        return HttpResponse(rows)
    return filled(
        request,
        "desk/worklist.html",
        lambda: _around(actor, asked),
        rows,
        current="desk:worklist",
        key=replace(asked, after=""),
    )


def _around(actor: Actor, asked: Filters) -> dict[str, Any]:
    """What stands above the rows."""
    return {
        "asked": asked,
        "tabs": _tabs(actor, asked),
        "options": _options(asked.at),
        "counties": _counties(actor),
    }


def _tabs(actor: Actor, asked: Filters) -> list[dict[str, object]]:
    """The lists that this actor has: at the congress what waits for it, and what waits for anybody."""
    scopes = [(OPEN, _("办理中")), (ALL, _("全部，含已办结"))]
    if actor.role in CONGRESS_ROLES:
        scopes.insert(1, (MINE, _("等本级人大办理")))
    return [
        {"label": label, "url": asked.address(scope=scope), "current": scope == asked.scope and not asked.words}
        for scope, label in scopes
    ]


def _options(chosen: str) -> SafeString:
    """The options of the filter by kind and state."""
    every = (group for p in (kind.procedure for kind in kinds()) for group in _group(p, chosen))
    return format_html('<option value="">{}</option>{}', _("全部"), mark_safe("".join(every)))  # noqa: S308 - escaped


def _group(procedure: Procedure, chosen: str) -> Iterator[str]:
    whole = _("%(kind)s：全部状态") % {"kind": procedure.label}
    states = [(f"{procedure.code}.{state.code}", state.label) for state in procedure.states]
    yield format_html('<optgroup label="{}">', procedure.label)
    for value, label in [(procedure.code, whole), *states]:
        selected = mark_safe(" selected") if value == chosen else ""
        yield format_html('<option value="{}"{}>{}</option>', value, selected, label)
    yield "</optgroup>"


def _counties(actor: Actor) -> list[tuple[str, str]]:
    if actor.role != Role.CITY:
        return []
    return list(visible_regions(actor).filter(level="county").values_list("code", "name"))
