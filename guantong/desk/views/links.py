"""双联系 at the desk: the lasting links, making one, the log of one, and the plan of a period."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.actors import Actor
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.accounts.permissions import admitted
from guantong.accounts.scope import visible_regions
from guantong.base.keyset import newest_first
from guantong.base.now import today
from guantong.deputies import contact_lists
from guantong.deputies.contact_plan import DEPUTY, MEMBER, contact_rule
from guantong.deputies.forms.links import MakeLinkForm
from guantong.deputies.models import ContactLink, Deputy, Target
from guantong.deputies.policies import contact_writer
from guantong.desk.asked_period import asked_period
from guantong.desk.door import page
from guantong.desk.listing import chosen_of
from guantong.desk.opening import opening_page
from guantong.figures.selectors import half_year_of
from guantong.matters.selectors import visible
from guantong.regions.models import Level, Region

CURRENT = "desk:links"
PAGE = 50
LONGEST = 40
"""Characters of a search: longer ones are cut."""

OPEN, ENDED = "linked", "ended"


@require_safe
def links(request: ActorRequest) -> HttpResponse:
    """The links that one may see, the newest first, each with how far it is this half-year."""
    asked = _asked(request)
    period, after = half_year_of(today()), request.GET.get("after", "")[:200]
    found = newest_first(_chosen(request.actor, asked), after, moment="opened_at")
    context = {
        "rows": contact_lists.with_progress(found.rows, period),
        "period": period,
        "asked": asked,
        "whose": _named(request.actor, asked["who"]),
        "targets": Target.choices,
        "may_make": admitted(request.actor.role, "desk:make-link"),
        "several": request.actor.role == Role.CITY,
        "next_url": _address(asked, after=found.next) if found.next else "",
        "first_url": _address(asked) if after else "",
    }
    return page(request, "desk/links/list.html", context, current=CURRENT)


def _asked(request: ActorRequest) -> dict[str, str]:
    """What can be understood of the address; the rest is left out."""
    return {
        "target": chosen_of(request, "target", Target.values),
        "state": chosen_of(request, "state", [OPEN, ENDED]),
        "who": who if (who := _digits(request.GET.get("who", ""))) else "",
        "q": "".join(c for c in request.GET.get("q", "") if c.isprintable())[:LONGEST].strip(),
    }


def _digits(typed: str) -> str:
    return typed if typed.isascii() and typed.isdigit() and len(typed) <= 9 else ""


def _chosen(actor: Actor, asked: dict[str, str]) -> QuerySet[ContactLink]:
    rows = contact_lists.links_for(actor)
    wanted = {
        "target": asked["target"],
        "state": asked["state"],
        "deputy": asked["who"],
        "title__icontains": asked["q"],
    }
    return rows.filter(**{name: value for name, value in wanted.items() if value})


def _named(actor: Actor, who: str) -> Deputy | None:
    """Whose links are asked for; nobody whom the actor does not see."""
    return Deputy.objects.filter(pk=who, kept_links__in=contact_lists.links_for(actor)).first() if who else None


def _address(asked: dict[str, str], **more: str) -> str:
    return "?" + urlencode({name: value for name, value in {**asked, **more}.items() if value})


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: ActorRequest) -> HttpResponse:
    """Let somebody keep contact with somebody."""
    return opening_page(request, MakeLinkForm, "desk/links/make.html", current=CURRENT, done=_("联系关系已建立。"))


@require_safe
def log(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Every contact of a link, the newest first."""
    link = get_object_or_404(contact_lists.links_for(request.actor).select_related("deputy__station"), pk=pk)
    after = request.GET.get("after", "")[:200]
    found = newest_first(contact_lists.contacts_of(link), after, moment="met_at")
    context = {
        "link": link,
        "rows": found.rows,
        "may_write": contact_writer(request.actor, link) is None,
        "may_open": visible(request.actor).filter(pk=link.pk).exists(),
        "next_url": f"?after={found.next}" if found.next else "",
        "first_url": "?" if after else "",
    }
    return page(request, "desk/links/log.html", context, current=CURRENT)


@require_safe
def plan(request: ActorRequest) -> HttpResponse:
    """How far members and deputies are with the contacts of a period, whoever lacks most first."""
    asked, kind = asked_period(request), chosen_of(request, "kind", [MEMBER, DEPUTY]) or _usual(request.actor)
    counties = _counties(request.actor)
    region = next((r for r in counties if r.code == request.GET.get("county")), counties[0])
    keepers = contact_lists.plan_of(
        contact_lists.links_for(request.actor).filter(region=region),
        contact_lists.keepers_of(request.actor, region.code, kind),
        kind,
        asked.period,
    )
    lacking = [keeper for keeper in keepers if keeper.lacking]
    shown = lacking if request.GET.get("lacking") == "1" else keepers
    start = int(_digits(request.GET.get("from", "")) or 0)
    here = {"kind": kind, "period": asked.period.code, "county": region.code if len(counties) > 1 else ""}
    narrowed = {**here, "lacking": request.GET.get("lacking", "")[:1]}
    context: dict[str, Any] = {
        "asked": asked,
        "region": region,
        "counties": counties if len(counties) > 1 else [],
        "kind": kind,
        "tabs": _tabs(here),
        "rule": contact_rule(region.code),
        "rows": shown[start : start + PAGE],
        "lacking": len(lacking),
        "of": len(keepers),
        "sums": {name: sum(getattr(k, name) for k in keepers) for name in ("links", "due", "done", "contacts")},
        "only_lacking": shown is lacking,
        "next_url": _address(narrowed, **{"from": str(start + PAGE)}) if len(shown) > start + PAGE else "",
        "first_url": _address(narrowed) if start else "",
    }
    return page(request, "desk/links/plan.html", context, current=CURRENT, status=asked.status)


def _usual(actor: Actor) -> str:
    """The members for those who look over the whole; the deputies for those who work with deputies."""
    return DEPUTY if actor.role in (Role.DEPUTY, Role.KEEPER, Role.PRESIDIUM) else MEMBER


def _counties(actor: Actor) -> list[Region]:
    """The counties whose plan the actor may look at: their own, for the city each."""
    rows = visible_regions(actor)
    return list(rows.filter(level=Level.COUNTY) if actor.role == Role.CITY else rows.filter(pk=actor.region_code))


def _tabs(here: dict[str, str]) -> list[dict[str, object]]:
    named = [(MEMBER, _("组成人员联系代表")), (DEPUTY, _("代表联系群众和企业"))]
    return [
        {"label": label, "url": _address({**here, "kind": code}), "current": code == here["kind"]}
        for code, label in named
    ]


urlpatterns = [
    path("links/", links, name="links"),
    path("links/make/", make, name="make-link"),
    path("links/plan/", plan, name="contact-plan"),
    path("links/<uuid:pk>/log/", log, name="link-log"),
]
