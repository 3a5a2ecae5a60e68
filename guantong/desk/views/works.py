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


def _own(request: ActorRequest, work_id: UUID) -> Work:
    return get_object_or_404(Work, pk=work_id, asked_by_id=request.actor.person_id)


def _job(work: Work) -> dict[str, Any]:
    left = _("还剩%(n)s项。可以离开本页，做好后回来取。") % {"n": work.total - work.done}
    return {
        "what": work.what,
        "done": work.done,
        "total": work.total,
        "state": work.state,
        "sentence": work.sentence,
        "left": left if work.state == Work.State.RUNNING else "",
        "cancel_url": reverse("desk:cancel-work", args=[work.pk]),
        "result_url": reverse("desk:work-file", args=[work.pk]) if work.state == Work.State.DONE else "",
        "result_label": _("打开 PDF"),
    }


@require_safe
def work(request: ActorRequest, work_id: UUID) -> HttpResponse:
    """How far it is, as a page, or for htmx the progress alone."""
    own = _own(request, work_id)
    context = {"work": own, "job": _job(own)}
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
