"""Long work of one's own: how far it is, what came of it, and calling it off."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.models import Work
from guantong.base.works import cancel_work
from guantong.desk.door import page
from guantong.suggestions.models import PastSheet


def _own(request: ActorRequest, work_id: UUID) -> Work:
    return get_object_or_404(Work, pk=work_id, asked_by_id=request.actor.person_id)


def job_of(work: Work) -> dict[str, Any]:
    """The context of base/_progress.html. Work without a file of its own is the import of a list."""
    left = _("还剩%(n)s项。可以离开本页，做好后回来取。") % {"n": work.total - work.done}
    return {
        "what": work.what,
        "done": work.done,
        "total": work.total,
        "state": work.state,
        "sentence": work.sentence,
        **_outcome(work),
        "left": left if work.state == Work.State.RUNNING else "",
        "cancel_url": reverse("desk:cancel-work", args=[work.pk]),
    }


def _outcome(work: Work) -> dict[str, Any]:
    done = work.state == Work.State.DONE
    if (sheet := PastSheet.objects.filter(work=work).first()) is None:
        url = reverse("desk:work-file", args=[work.pk]) if done else ""
        return {"result_url": url, "result_label": _("打开 PDF")}
    words = {"result_url": reverse("suggestions:list") if done else "", "result_label": _("查看代表建议")}
    if work.state in (Work.State.CANCELLED, Work.State.FAILED):
        words["sentence"] = _("%(why)s没有写入任何一件建议。") % {"why": work.sentence}
        words["result_url"] = reverse("suggestions:import-sheet", args=[sheet.pk])
        words["result_label"] = _("回到预览")
    return words


@require_safe
def work(request: ActorRequest, work_id: UUID) -> HttpResponse:
    """How far it is, as a page, or for htmx the progress alone."""
    own = _own(request, work_id)
    context = {"work": own, "job": job_of(own), "past_sheet": PastSheet.objects.filter(work=own).first()}
    if request.htmx:  # type: ignore[attr-defined]  # set by HtmxMiddleware
        return render(request, "desk/works/_progress.html", context)
    return page(request, "desk/works/work.html", context, current="desk:codes")


@require_POST
def stop_work(request: ActorRequest, work_id: UUID) -> HttpResponse:
    """Call it off."""
    cancel_work(work=_own(request, work_id))
    return redirect("desk:work", work_id)


@require_safe
def work_file(request: ActorRequest, work_id: UUID) -> FileResponse:
    """What came of it."""
    own = _own(request, work_id)
    if not own.file:
        raise Http404
    return FileResponse(own.file.open("rb"), content_type="application/pdf", filename="codes.pdf")


urlpatterns = [
    path("works/<uuid:work_id>/", work, name="work"),
    path("works/<uuid:work_id>/cancel/", stop_work, name="cancel-work"),
    path("works/<uuid:work_id>/file/", work_file, name="work-file"),
]
