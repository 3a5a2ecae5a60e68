"""Requests that are too large to be read: a page that says so, instead of a bare refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render

from guantong.opinions.services.spoken import MOST_PHOTOS
from guantong.portal.photos import MOST_BYTES_TOGETHER

MOST_REQUEST = 64 * 1024 * 1024
"""Bytes of a request above which nothing of it is read; below, the form itself says what is too large."""

View = TypeVar("View", bound=Callable[..., HttpResponse])


def within_limits(view: View) -> View:
    """Have requests to the view that cannot be read at all answered by a page that says so."""
    view.within_limits = True  # type: ignore[attr-defined]  # read by the middleware
    return view


class WithinLimitsMiddleware:
    """Answers what is too large, before Django's check of the form's origin reads the whole form and only refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        guarded = request.method == "POST" and getattr(view, "within_limits", False)
        return _too_much(request) if guarded and not _readable(request) else None


def _readable(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > MOST_REQUEST:
        return False
    try:
        request.POST  # noqa: B018  reading it is what may fail
    except (SuspiciousOperation, BadRequest, MultiPartParserError, UnreadablePostError):
        return False
    return True


def _too_much(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "portal/too_much.html",
        {"most_photos": MOST_PHOTOS, "most_mb": MOST_BYTES_TOGETHER // (1024 * 1024)},
        status=413,
    )
