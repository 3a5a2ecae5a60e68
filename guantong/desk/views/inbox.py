"""The messages of one's organisation."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.keyset import newest_first
from guantong.desk.door import page
from guantong.notifications.reading import mark_read, messages_for


@require_safe
def inbox(request: ActorRequest) -> HttpResponse:
    """What the organisation and the person were told, newest first."""
    found = newest_first(messages_for(request.actor), request.GET.get("after", "")[:200], moment="sent_at")
    context = {
        "rows": found.rows,
        "next_url": f"?after={found.next}" if found.next else "",
        "first_url": "?" if request.GET.get("after") else "",
    }
    return page(request, "desk/inbox.html", context, current="desk:inbox")


@require_POST
def read(request: ActorRequest) -> HttpResponse:
    """Mark one message, or all of them, as read."""
    one = request.POST.get("message", "")
    known = one.isascii() and one.isdigit() and len(one) < 19
    mark_read(actor=request.actor, ids=[int(one)] if known else None if not one else [])
    return redirect("desk:inbox")
