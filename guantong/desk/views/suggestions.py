"""Suggestions of deputies: the list, drafting one, and the letter that answered it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
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
from guantong.desk.views import likely, past_suggestions
from guantong.suggestions import selectors
from guantong.suggestions.forms.opening import DraftForm
from guantong.suggestions.letter import MEDIA_TYPE, letter_of
from guantong.suggestions.models import Suggestion

CURRENT = "suggestions:list"

TABS = {
    "mine": (gettext_lazy("等我办理"), ()),
    "draft": (gettext_lazy("起草中"), ("draft",)),
    "check": (gettext_lazy("审核交办"), ("submitted", "accepted")),
    "handling": (gettext_lazy("办理中"), ("handling", "unsatisfied", "rehandling")),
    "replied": (gettext_lazy("已答复"), ("replied",)),
    "tracking": (gettext_lazy("跟踪落实"), ("tracking", "delivered")),
    "closed": (gettext_lazy("已办结"), ("closed",)),
    "key": (gettext_lazy("重点督办"), ()),
}
"""Tab → its label and the states that it shows; two of them ask something else."""


def _rows(request: ActorRequest, tab: str) -> QuerySet[Suggestion]:
    if tab == "mine":
        return selectors.waiting_for(request.actor)
    rows = selectors.suggestions_for(request.actor)
    if tab == "key":
        return rows.filter(key_at__isnull=False)
    return rows.filter(state__in=TABS[tab][1]) if tab else rows


@require_safe
def suggestions(request: ActorRequest) -> HttpResponse:
    """The suggestions that one may see, the newest first."""
    tab = chosen_of(request, "tab", TABS)
    context = {
        **matters_page(request, _rows(request, tab), name="tab", chosen=tab),
        "tabs": tabs("tab", [("", _("全部")), *((code, label) for code, (label, _states) in TABS.items())], tab),
        "may_draft": admitted(request.actor.role, "suggestions:draft"),
        "may_import": admitted(request.actor.role, "suggestions:import"),
    }
    return page(request, "desk/suggestions/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: ActorRequest) -> HttpResponse:
    """Begin a suggestion: one's own, or for a deputy of the county."""
    done = _("草稿已保存。可以邀请其他代表附议，然后提交。")
    return opening_page(request, DraftForm, "desk/suggestions/draft.html", current=CURRENT, done=done)


@require_safe
def letter(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The reply letter, to whoever may see the suggestion."""
    suggestion = get_object_or_404(selectors.suggestions_for(request.actor).select_related("replied_for"), pk=pk)
    if not suggestion.reply or selectors.replied_on_paper(suggestion):
        raise Http404
    answer = HttpResponse(letter_of(suggestion), content_type=MEDIA_TYPE)
    name = _("%(number)s答复函.docx") % {"number": suggestion.number or ""}
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    answer["Cache-Control"] = "private, no-store"
    return answer


app_name = "suggestions"
urlpatterns = [
    path("", suggestions, name="list"),
    path("draft/", draft, name="draft"),
    path("draft/likely/", likely.suggestions, name="draft-likely"),
    *past_suggestions.urlpatterns,
    path("<uuid:pk>/letter/", letter, name="letter"),
]
