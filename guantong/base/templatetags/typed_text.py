"""What a person had typed into a form that was refused before any view saw it."""

import re
from dataclasses import dataclass

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

PRIVATE = re.compile(r"csrfmiddlewaretoken|password|secret|token|otp", re.IGNORECASE)
WRITTEN = re.compile(r"[^\x21-\x7e]")


@dataclass(frozen=True, slots=True)
class TypedValue:
    """One value of the form; `written` when a person wrote it: it holds Chinese or a space."""

    name: str
    value: str
    written: bool


def typed_values(request: HttpRequest) -> list[TypedValue]:
    """Return the values posted, in order, without secrets; an unreadable body gives none."""
    try:
        posted = list(request.POST.lists())
    except (SuspiciousOperation, BadRequest, UnreadablePostError, MultiPartParserError):
        return []
    return [
        TypedValue(name, str(value), bool(WRITTEN.search(str(value))))
        for name, values in posted
        if not PRIVATE.search(name)
        for value in values
    ]
