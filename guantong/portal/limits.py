"""Requests that are too large to be read: a page that says so, instead of a bare refusal."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from guantong.opinions.services.spoken import MOST_PHOTOS
from guantong.portal.photos import MOST_BYTES_TOGETHER

MOST_REQUEST = 64 * 1024 * 1024
"""Bytes of a request above which nothing of it is read; below, the form itself says what is too large."""

View = Callable[..., HttpResponse]


def within_limits(view: View) -> View:
    """The view, protected against forged forms, behind a page for requests that cannot be read at all.

    Django's own check of the form's origin reads the whole form before any view could explain why that
    failed; so it is taken off outside and put back on inside.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def outer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not _readable(request):
            return _too_much(request)
        answer: HttpResponse = protected(request, *args, **kwargs)
        return answer

    return outer


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
