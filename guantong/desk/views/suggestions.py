"""Suggestions of deputies: the list, drafting one, and the letter that answered it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.base.keyset import newest_first
from guantong.base.refusals import BadInput, Refusal
from guantong.desk.door import page
from guantong.desk.views import past_suggestions
from guantong.matters.registry import procedure_of
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
    tab = request.GET.get("tab", "")
    tab = tab if tab in TABS else ""
    found = newest_first(_rows(request, tab), request.GET.get("after", "")[:200], moment="opened_at")
    known = [("", _("全部")), *((code, label) for code, (label, _states) in TABS.items())]
    context = {
        "rows": [(one, procedure_of(one).by_state[one.state]) for one in found.rows],
        "tabs": [
            {"label": label, "url": f"?tab={code}" if code else "?", "current": code == tab} for code, label in known
        ],
        "next_url": f"?tab={tab}&after={found.next}" if found.next else "",
        "first_url": f"?tab={tab}" if request.GET.get("after") else "",
        "may_draft": admitted(request.actor.role, "suggestions:draft"),
        "may_import": admitted(request.actor.role, "suggestions:import"),
    }
    return page(request, "desk/suggestions/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: ActorRequest) -> HttpResponse:
    """Begin a suggestion: one's own, or for a deputy of the county."""
    form = DraftForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            suggestion = form.open()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, _("草稿已保存。可以邀请其他代表附议，然后提交。"))
            return redirect("desk:matter", suggestion.pk)
    status = 422 if form.errors else 200
    return page(request, "desk/suggestions/draft.html", {"form": form}, current=CURRENT, status=status)


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
    *past_suggestions.urlpatterns,
    path("<uuid:pk>/letter/", letter, name="letter"),
]
