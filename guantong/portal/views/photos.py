"""Photos, for those who may see the matter that they belong to, and for nobody else."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponseBase
from django.views.decorators.http import require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.attachments.images import SUFFIXES
from guantong.attachments.models import Attachment
from guantong.attachments.selectors import PHOTO
from guantong.attachments.services import small_copy_of
from guantong.matters.selectors import visible
from guantong.portal.remembered import remembered

FOR_AN_HOUR = "private, max-age=3600"


@require_safe
def photo(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """The photo as it is kept."""
    row = _seen(request, pk)
    try:
        response = FileResponse(row.file.open("rb"), content_type=row.media_type)
    except FileNotFoundError as gone:
        raise Http404 from gone
    return _named(response, row)


@require_safe
def thumbnail(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """The photo small: a page with four of them must load on a slow line."""
    row = _seen(request, pk)
    try:
        response = FileResponse(small_copy_of(row), content_type="image/jpeg")
    except FileNotFoundError as gone:
        raise Http404 from gone
    return _named(response, row)


def _seen(request: ActorRequest, pk: UUID) -> Attachment:
    """The photo, if this browser followed its matter or this person's post sees it. Raises Http404 otherwise."""
    row = Attachment.objects.filter(pk=pk, role=PHOTO).first()
    if row is None:
        raise Http404
    if row.owner in remembered(request):
        return row
    actor = request.actor
    if not (actor.signed_in and visible(actor).filter(pk=row.owner).exists()):
        raise Http404
    return row


def _named(response: HttpResponseBase, row: Attachment) -> HttpResponseBase:
    response["Cache-Control"] = FOR_AN_HOUR
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = f'inline; filename="{row.pk}.{SUFFIXES[row.media_type]}"'
    return response
