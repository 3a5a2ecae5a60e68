"""What a person had typed into a form that was refused before any view saw it."""

import re
from dataclasses import dataclass

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PRIVATE = re.compile(r"csrfmiddlewaretoken|password|secret|token|otp", re.IGNORECASE)
WRITTEN = re.compile(r"[^\x21-\x7e]")


LABELS: dict[str, Promise] = {
    "body": _("反映的问题"),
    "where": _("地点"),
    "contact_name": _("称呼"),
    "contact_phone": _("联系电话"),
    "reason": _("说明或原因"),
    "answer": _("答复内容"),
    "title": _("标题"),
    "content": _("内容"),
    "text": _("报告文字"),
}
"""What the fields are called in which people write most; the page does not know the form that was sent."""


@dataclass(frozen=True, slots=True)
class TypedValue:
    """One value of the form; `written` when a person wrote it: it holds Chinese or a space."""

    name: str
    value: str
    written: bool

    @property
    def label(self) -> str:
        """What the page calls it."""
        return str(LABELS.get(self.name, _("您填写的内容")))


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
