"""Supervision: topics with what the records suggest, deliberation opinions, and the problems that they list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.desk.door import page
from guantong.desk.listing import chosen_of, matters_page, tabs
from guantong.desk.opening import opening_page
from guantong.supervision import selectors
from guantong.supervision.forms.opinion import CompileForm
from guantong.supervision.forms.problem import ListForm
from guantong.supervision.forms.topic import ProposeForm
from guantong.supervision.paper import MEDIA_TYPE, paper_of

TOPICS, OPINIONS, PROBLEMS = "desk:topics", "desk:deliberation-opinions", "desk:problems"

TOPIC_TABS = {
    "proposed": (gettext_lazy("待研究"), ("proposed",)),
    "planned": (gettext_lazy("年度计划"), ("planned", "under_way")),
    "done": (gettext_lazy("已完成"), ("done",)),
    "left": (gettext_lazy("未列入"), ("declined", "merged")),
}
OPINION_TABS = {
    "preparing": (gettext_lazy("准备中"), ("drafting", "approved")),
    "rectifying": (gettext_lazy("整改中"), ("handed_over", "rectifying", "failed")),
    "reported": (gettext_lazy("待测评"), ("reported", "escalated")),
    "accepted": (gettext_lazy("待销号办结"), ("accepted",)),
    "closed": (gettext_lazy("已办结"), ("closed", "discarded")),
}
PROBLEM_TABS = {
    "assigned": (gettext_lazy("待定措施"), ("assigned",)),
    "rectifying": (gettext_lazy("整改中"), ("rectifying",)),
    "evidenced": (gettext_lazy("待复查"), ("evidenced",)),
    "accepted": (gettext_lazy("已销号"), ("accepted",)),
}


def _listed(request: ActorRequest, rows: Any, labels: dict[str, Any]) -> dict[str, Any]:
    tab = chosen_of(request, "tab", labels)
    chosen = rows.filter(state__in=labels[tab][1]) if tab else rows
    known = [("", _("全部")), *((code, label) for code, (label, _states) in labels.items())]
    return {**matters_page(request, chosen, name="tab", chosen=tab), "tabs": tabs("tab", known, tab)}


@require_safe
def topics(request: ActorRequest) -> HttpResponse:
    """The topics that one may see, and for the congress what many records are about."""
    may_propose = admitted(request.actor.role, "desk:propose-topic")
    context = {
        **_listed(request, selectors.topics_for(request.actor), TOPIC_TABS),
        "may_propose": may_propose,
        "clusters": selectors.clusters(request.actor) if may_propose else [],
    }
    return page(request, "desk/supervision/topics.html", context, current=TOPICS)


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: ActorRequest) -> HttpResponse:
    """Propose a topic."""
    done = _("已提出。可以评分，由主任会议研究决定。")
    return opening_page(request, ProposeForm, "desk/supervision/propose.html", current=TOPICS, done=done)


@require_safe
def opinions(request: ActorRequest) -> HttpResponse:
    """The deliberation opinions that one may see, with how many of their problems are open."""
    context = {
        **_listed(request, selectors.opinions_for(request.actor), OPINION_TABS),
        "may_compile": admitted(request.actor.role, "desk:compile-opinion"),
    }
    return page(request, "desk/supervision/opinions.html", context, current=OPINIONS)


@require_http_methods(["GET", "HEAD", "POST"])
def compile_opinion(request: ActorRequest) -> HttpResponse:
    """Compile what the standing committee said."""
    done = _("已保存。请列出问题清单，报主任会议审定。")
    return opening_page(request, CompileForm, "desk/supervision/compile.html", current=OPINIONS, done=done)


@require_safe
def problems(request: ActorRequest) -> HttpResponse:
    """The problems that one may see, of all lists."""
    context = _listed(request, selectors.problems_for(request.actor), PROBLEM_TABS)
    return page(request, "desk/supervision/problems.html", context, current=PROBLEMS)


@require_http_methods(["GET", "HEAD", "POST"])
def list_problem(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put a problem on the list of a paper."""
    origin = get_object_or_404(selectors.opinions_for(request.actor), pk=pk)
    return opening_page(
        request,
        lambda *args, **kwargs: ListForm(*args, origin=origin, **kwargs),
        "desk/supervision/list_problem.html",
        current=OPINIONS,
        done=_("已列入问题清单。"),
        origin=origin,
    )


@require_safe
def paper(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The paper as a document, to whoever may see the opinion."""
    opinion = get_object_or_404(selectors.opinions_for(request.actor).select_related("unit", "region"), pk=pk)
    answer = HttpResponse(paper_of(opinion), content_type=MEDIA_TYPE)
    name = f"{opinion.number or opinion.title}.docx"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    answer["Cache-Control"] = "private, no-store"
    return answer


urlpatterns = [
    path("topics/", topics, name="topics"),
    path("topics/propose/", propose, name="propose-topic"),
    path("deliberation-opinions/", opinions, name="deliberation-opinions"),
    path("deliberation-opinions/compile/", compile_opinion, name="compile-opinion"),
    path("deliberation-opinions/<uuid:pk>/problems/", list_problem, name="list-problem"),
    path("deliberation-opinions/<uuid:pk>/paper/", paper, name="opinion-paper"),
    path("problems/", problems, name="problems"),
]
