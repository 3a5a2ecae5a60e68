"""How somebody wants the pages: large type, language. Kept in cookies of their browser alone."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from guantong.base.context import ELDER, MODE_COOKIE

A_YEAR = 365 * 24 * 3600


@require_POST
def mode(request: HttpRequest) -> HttpResponse:
    """Turn 长者模式 on, or off when it was on, and go back to the page."""
    back = _back(request)
    if request.COOKIES.get(MODE_COOKIE) == ELDER:
        back.delete_cookie(MODE_COOKIE, samesite="Lax")
    else:
        _set(back, MODE_COOKIE, ELDER)
    return back


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Take the language chosen, if we speak it, and go back to the page."""
    back = _back(request)
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        _set(back, settings.LANGUAGE_COOKIE_NAME, chosen)
    return back


def _set(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name, value, max_age=A_YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE
    )


def _back(request: HttpRequest) -> HttpResponse:
    """A way back to the page that the choice was made on; to no other site."""
    page = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts=None, require_https=False)
    response = HttpResponseRedirect(page if ours and page.startswith("/") and page.isprintable() else "/")
    response.status_code = 303
    return response
