"""What one and one's station were told."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.keyset import newest_first
from guantong.field.door import page
from guantong.notifications.reading import mark_read, messages_for


@require_safe
def inbox(request: ActorRequest) -> HttpResponse:
    """Messages, the newest first."""
    found = newest_first(messages_for(request.actor), request.GET.get("after", "")[:200], moment="sent_at")
    context = {
        "rows": found.rows,
        "next_url": f"?after={found.next}" if found.next else "",
        "first_url": "?" if request.GET.get("after") else "",
    }
    return page(request, "field/inbox.html", context, current="field:inbox")


@require_POST
def read(request: ActorRequest) -> HttpResponse:
    """Mark all messages as read."""
    mark_read(actor=request.actor)
    return redirect("field:inbox")
