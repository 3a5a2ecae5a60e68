"""Forms of rooms: entering one, booking one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.base.form_fields import CHOOSE, day, line, number, refuse
from guantong.base.now import today
from guantong.deputies import services
from guantong.deputies.models import Activity, Booking, DayPart, Room, Station
from guantong.deputies.policies import runs_station
from guantong.deputies.selectors import activities_for, stations_for
from guantong.regions.models import Region

OFFERED = 50
"""Planned activities to choose from."""


class RoomForm(forms.Form):
    """A room of a station or of a centre."""

    station = forms.ModelChoiceField(
        label=_("联络站"),
        queryset=Station.objects.none(),
        required=False,
        empty_label=_("不属于联络站"),
        error_messages=CHOOSE,
    )
    centre = line(_("活动中心"), 60, required=False, help_text=_("不属于联络站的房间，填写活动中心的名称。"))
    name = line(_("房间"), 40)
    capacity = number(_("可容纳人数"), 1, 2000)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        stations = stations_for(actor)
        if actor.role not in CONGRESS_ROLES:
            stations = stations.filter(pk__in=[s.pk for s in stations if runs_station(actor, s) is None])
            del self.fields["centre"]
        field: Any = self.fields["station"]
        field.queryset = stations

    def act(self) -> Room:
        """Enter it; refusals pass through."""
        region = Region.objects.get(pk=self.actor.region_code)
        return services.open_room(region=region, actor=self.actor, **self.cleaned_data)

    refuse = refuse


class BookForm(forms.Form):
    """A booking of one room."""

    day = day(_("日期"))
    first = forms.ChoiceField(label=_("从"), choices=DayPart.choices, error_messages=CHOOSE)
    last = forms.ChoiceField(label=_("到"), choices=DayPart.choices, error_messages=CHOOSE)
    purpose = line(_("用途"), 120)
    activity = forms.ModelChoiceField(
        label=_("用于活动"),
        queryset=Activity.objects.none(),
        required=False,
        empty_label=_("不指定"),
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, room: Room, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room, self.actor = room, actor
        coming = activities_for(actor).filter(state="planned", planned_for__gte=today()).order_by("planned_for", "pk")
        field: Any = self.fields["activity"]
        field.queryset = Activity.objects.filter(pk__in=[a.pk for a in coming[:OFFERED]])
        field.label_from_instance = lambda a: f"{a.planned_for.isoformat()} {a.title}"

    def act(self) -> Booking:
        """Book it; refusals pass through."""
        return services.book_room(room=self.room, actor=self.actor, **self.cleaned_data)

    refuse = refuse
