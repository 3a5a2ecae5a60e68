"""The page of a matter, its photos, its likely duplicates and its contact data."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.attachments.models import Attachment
from guantong.base.refusals import NotAllowed
from guantong.desk.door import page
from guantong.desk.finding import matter_or_404
from guantong.desk.matter_page import matter_context
from guantong.matters.duplicates import duplicates_of
from guantong.opinions.models import Opinion
from guantong.opinions.services import view_contact


@require_safe
def matter(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Where it stands, what may be done, what it says, what happened, where it counts."""
    found = matter_or_404(request.actor, pk)
    return page(request, "desk/matter.html", matter_context(found, request.actor), current="desk:worklist")


@require_safe
def duplicates(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The matters that may be the same thing said twice: a page, or for htmx a part of one."""
    found = matter_or_404(request.actor, pk)
    context = {"matter": found, "likely": duplicates_of(found, actor=request.actor)}
    if request.htmx:  # type: ignore[attr-defined]  # set by HtmxMiddleware
        return render(request, "desk/_duplicates.html", context)
    return page(request, "desk/duplicates.html", context, current="desk:worklist")


@require_POST
@never_cache
def contact(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show name and phone once; that they were shown is an entry."""
    found = matter_or_404(request.actor, pk)
    if not isinstance(found, Opinion):
        raise Http404
    try:
        shown = view_contact(opinion=found, actor=request.actor)
    except NotAllowed:
        raise Http404 from None
    if request.htmx:  # type: ignore[attr-defined]  # set by HtmxMiddleware
        context = {"matter": found, "contact": shown, "shown": True}
        return render(request, "opinions/_contact.html", context)
    context = {**matter_context(found, request.actor), "contact": shown, "shown": True}
    return page(request, "desk/matter.html", context, current="desk:worklist")


@require_safe
def photo(request: ActorRequest, pk: UUID, photo: UUID) -> HttpResponseBase:
    """One photo of a matter, to whoever may see the matter."""
    found = matter_or_404(request.actor, pk)
    row = Attachment.objects.filter(pk=photo, owner=found.pk).first()
    if row is None or not row.file.name or not row.file.storage.exists(row.file.name):
        raise Http404
    answer = FileResponse(row.file.open("rb"), content_type=row.media_type, filename=row.name)
    answer["Cache-Control"] = "private, max-age=3600"
    return answer
