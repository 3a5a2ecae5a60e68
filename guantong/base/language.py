"""The language: Chinese, unless the person chose English. What the browser prefers does not count."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

_KNOWN = frozenset(code for code, _ in settings.LANGUAGES)


class ChosenLanguageMiddleware:
    """Activates the language of the person's cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        translation.activate(chosen if chosen in _KNOWN else settings.LANGUAGE_CODE)
        return self.get_response(request)
