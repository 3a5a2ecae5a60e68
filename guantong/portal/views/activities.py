"""The published activities of a county's deputies (代表法 58): what everybody may read."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guantong.attachments.images import SUFFIXES
from guantong.attachments.models import Attachment
from guantong.attachments.services import small_copy_of
from guantong.deputies.models import Activity
from guantong.deputies.selectors import published_activities, published_activity
from guantong.portal.county_pages import county_or_404, published_page
from guantong.portal.published import told

SHORTLY = "private, max-age=300"
"""How long a browser keeps a photo that may be taken down."""


@require_safe
def activities(request: HttpRequest, region: str) -> HttpResponse:
    """The published activities of a county, the newest first; an old code of the county works too."""
    county = county_or_404(region)
    found = published_page(request, published_activities(county), moment="held_at")
    context = {**found, "county": county, "rows": told(found["rows"])}
    return render(request, "portal/activities.html", context)


@require_safe
def activity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One published activity: what, when, where, how many deputies, and what came of what was raised there."""
    found = published_activity(pk)
    if found is None:
        raise Http404
    photos = [
        {
            "url": reverse("portal:activity-photo", args=[photo.pk]),
            "small": reverse("portal:activity-thumbnail", args=[photo.pk]),
            "width": photo.width,
            "height": photo.height,
        }
        for photo in found.shown_photos.order_by("added_at", "id")
    ]
    return render(request, "portal/activity.html", {"told": told([found])[0], "photos": photos})


@require_safe
def activity_photo(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """A photo that was published with its activity."""
    row = _shown(pk)
    try:
        return _named(FileResponse(row.file.open("rb"), content_type=row.media_type), row)
    except FileNotFoundError as gone:
        raise Http404 from gone


@require_safe
def activity_thumbnail(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The same, small."""
    row = _shown(pk)
    try:
        return _named(FileResponse(small_copy_of(row), content_type="image/jpeg"), row)
    except FileNotFoundError as gone:
        raise Http404 from gone


def _shown(pk: UUID) -> Attachment:
    """The photo, if it is among those shown of an activity that is published now. Raises Http404 otherwise."""
    shown = Activity.shown_photos.through.objects.filter(
        attachment=pk, activity__published_at__isnull=False, activity__state="held"
    )
    row = Attachment.objects.filter(pk=pk, pk__in=shown.values("attachment")).first()
    if row is None:
        raise Http404
    return row


def _named(response: HttpResponseBase, row: Attachment) -> HttpResponseBase:
    response["Cache-Control"] = SHORTLY
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = f'inline; filename="{row.pk}.{SUFFIXES[row.media_type]}"'
    return response
