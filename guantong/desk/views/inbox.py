"""The messages of one's organisation."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.desk.door import page
from guantong.notifications.reading import mark_read, messages_for

PAGE = 30


@require_safe
def inbox(request: ActorRequest) -> HttpResponse:
    """What the organisation and the person were told, newest first."""
    shown = Paginator(messages_for(request.actor), PAGE).get_page(request.GET.get("page"))
    return page(request, "desk/inbox.html", {"shown": shown}, current="desk:inbox")


@require_POST
def read(request: ActorRequest) -> HttpResponse:
    """Mark one message, or all of them, as read."""
    one = request.POST.get("message", "")
    known = one.isascii() and one.isdigit() and len(one) < 19
    mark_read(actor=request.actor, ids=[int(one)] if known else None if not one else [])
    return redirect("desk:inbox")
