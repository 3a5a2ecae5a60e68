"""The part of a busy page that stays the same for a person, rendered once and filled in from then on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from copy import copy
from secrets import token_hex
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from guantong.accounts.middleware import ActorRequest
from guantong.base.context import ELDER, MODE_COOKIE
from guantong.desk.door import frame

MOST = 500
"""Shells kept in a process: about 12 kB each."""

_TOKEN, _FILLING = f"token{token_hex(8)}", f"filling{token_hex(8)}"
_shells: dict[Hashable, str] = {}


def filled(
    request: ActorRequest,
    template: str,
    context: Callable[[], Mapping[str, Any]],
    filling: SafeString,
    *,
    current: str,
    key: Hashable,
) -> HttpResponse:
    """The page of `template` with `filling` where it says {{ filling }}.

    `key` is everything that `context` depends on beyond the person, their language and display mode, and the
    number of their unread messages. A page that has something to announce is rendered anew.
    """
    around = frame(request, current)
    if len(get_messages(request)):
        return HttpResponse(render_to_string(template, {**around, **context(), "filling": filling}, request))
    mode = request.COOKIES.get(MODE_COOKIE) == ELDER
    place = (template, key, copy(request.actor), _counts(around), get_language(), mode)
    if place not in _shells:
        if len(_shells) >= MOST:
            _shells.clear()
        holes = {"filling": mark_safe(_FILLING), "csrf_token": _TOKEN}  # noqa: S308 - a constant
        _shells[place] = render_to_string(template, {**around, **context(), **holes}, request)
    return HttpResponse(_shells[place].replace(_TOKEN, get_token(request)).replace(_FILLING, filling))


def _counts(around: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(entry["count"] for entry in around["nav"])
