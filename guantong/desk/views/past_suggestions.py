"""Importing suggestions of the years on paper: upload, preview, confirm, and how far it is."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_http_methods

from guantong.accounts.middleware import ActorRequest
from guantong.base.models import Work
from guantong.base.refusals import Refusal
from guantong.desk.door import page
from guantong.desk.views.works import job_of
from guantong.suggestions.forms.importing import ChoosingForm, UploadForm
from guantong.suggestions.models import PastSheet
from guantong.suggestions.services.past_sheets import MOST_UNKNOWN, Preview, confirm_past_sheet, preview_past_sheet

CURRENT = "suggestions:list"
SHOWN = 200
"""Problems on one page; whoever has more mends these first."""


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: ActorRequest) -> HttpResponse:
    """The form; sent, it leads to the preview."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("suggestions:import-sheet", form.keep(request.actor).pk)
        except Refusal as no:
            form.add_error(None, no.sentence)
    status = 422 if form.errors else 200
    return page(request, "desk/suggestions/import.html", {"form": form}, current=CURRENT, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What a list would bring; sent, it is imported; from then on, how far that is."""
    own = get_object_or_404(
        PastSheet.objects.select_related("region", "work"), pk=pk, uploaded_by_id=request.actor.person_id
    )
    if own.work and own.work.state in (Work.State.RUNNING, Work.State.DONE):
        context = {"sheet": own, "work": own.work, "job": job_of(own.work)}
        return page(request, "desk/suggestions/importing.html", context, current=CURRENT)
    return _previewed(request, own)


def _previewed(request: ActorRequest, own: PastSheet) -> HttpResponse:
    try:
        preview = preview_past_sheet(own)
    except Refusal as no:
        context = {"form": UploadForm(), "refused": no.sentence}
        return page(request, "desk/suggestions/import.html", context, current=CURRENT, status=422)
    form = ChoosingForm(request.POST if request.method == "POST" else None, unknown=preview.unknown)
    if form.is_bound and form.is_valid():
        try:
            confirm_past_sheet(sheet=own, chosen=form.chosen(), actor=request.actor)
            return redirect("suggestions:import-sheet", own.pk)
        except Refusal as no:
            form.add_error(None, no.sentence)
    context = {
        "sheet": own,
        "job": job_of(own.work) if own.work else None,
        "form": form,
        "counts": _counts(preview),
        "problems": preview.book.problems[:SHOWN],
        "problem_count": len(preview.book.problems),
        "notices": preview.book.notices[:SHOWN],
        "too_many": preview.unknown.count > MOST_UNKNOWN,
        "may_confirm": preview.clean and preview.new and preview.unknown.count <= MOST_UNKNOWN,
        "rows": preview.new[:10],
    }
    status = 422 if form.errors else 200
    return page(request, "desk/suggestions/import_preview.html", context, current=CURRENT, status=status)


def _counts(preview: Preview) -> dict[str, int]:
    new = preview.new
    return {
        "new": len(new),
        "before": len(preview.book.rows) - len(new),
        "replied": sum(row.replied is not None for row in new),
        "rated": sum(row.grade is not None for row in new),
        "tracked": sum(row.promise_open for row in new),
    }


urlpatterns = [
    path("import/", upload, name="import"),
    path("import/<uuid:pk>/", sheet, name="import-sheet"),
]
