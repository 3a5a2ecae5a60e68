"""Rooms of stations and activity centres: what is booked, booking, and giving one's own bookings up."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.base.now import today
from guantong.base.refusals import Refusal
from guantong.deputies import selectors, services
from guantong.deputies.forms.rooms import BookForm, RoomForm
from guantong.deputies.policies import gives_up_booking
from guantong.desk.door import page
from guantong.desk.views.station import CURRENT, filled_in, sent

SHOWN = 200
"""Bookings to come on one page."""


@require_safe
def rooms(request: ActorRequest) -> HttpResponse:
    """The rooms of the county, and the bookings to come."""
    actor = request.actor
    bookings = list(selectors.bookings_from(actor, today())[:SHOWN])
    context = {
        "rooms": list(selectors.rooms_for(actor)),
        "bookings": [(booking, gives_up_booking(actor, booking) is None) for booking in bookings],
        "may_open": actor.role != Role.DEPUTY,
    }
    return page(request, "desk/stations/rooms.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def open_room(request: ActorRequest) -> HttpResponse:
    """Enter a room."""
    form = RoomForm(sent(request), actor=request.actor)
    return filled_in(request, form, _("登记活动场所"), reverse("desk:rooms"), _("活动场所已登记。"))


@require_http_methods(["GET", "HEAD", "POST"])
def book(request: ActorRequest, room: int) -> HttpResponse:
    """Book a room."""
    found = get_object_or_404(selectors.rooms_for(request.actor), pk=room)
    form = BookForm(sent(request), room=found, actor=request.actor)
    heading = _("预订%(room)s") % {"room": found}
    return filled_in(request, form, heading, reverse("desk:rooms"), _("已预订。"))


@require_POST
def cancel(request: ActorRequest, booking: int) -> HttpResponse:
    """Give a booking up."""
    row = get_object_or_404(selectors.bookings_from(request.actor, today()), pk=booking)
    try:
        services.cancel_booking(booking=row, actor=request.actor)
    except Refusal as no:
        messages.error(request, no.sentence)
    else:
        messages.success(request, _("预订已取消。"))
    return redirect("desk:rooms")


urlpatterns = [
    path("rooms/", rooms, name="rooms"),
    path("rooms/new/", open_room, name="open-room"),
    path("rooms/<int:room>/book/", book, name="book-room"),
    path("bookings/<int:booking>/cancel/", cancel, name="cancel-booking"),
]
