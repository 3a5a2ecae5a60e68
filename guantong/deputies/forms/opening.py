"""Planning an activity and promising a deed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import CHOOSE, day, line, lines, number, refuse
from guantong.base.now import today
from guantong.deputies import services
from guantong.deputies.models import Activity, ActivityCategory, Deputy, PracticalDeed, Station
from guantong.deputies.models.activity import STATION_CATEGORIES
from guantong.deputies.selectors import deputies_in, deputy_of, members_in, recent_activities, station_of
from guantong.matters.widgets import ListedInput
from guantong.regions.models import Region
from guantong.regions.selectors import neighbours, places

OCCASIONS_KEPT = timedelta(days=30)
"""How long after an activity a deed can be said to have been promised there."""


class OpeningForm(forms.Form):
    """What an activity and a deed have in common: a title, a station, and a place in the county.

    `client_id` is made with the page, so that a form sent twice opens one matter.
    """

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    title = line(_("标题"), 120)
    station = forms.ModelChoiceField(
        label=_("联络站或摊位"),
        queryset=Station.objects.none(),
        required=False,
        empty_label=_("不指定"),
        error_messages=CHOOSE,
    )
    place = forms.CharField(
        label=_("地点"),
        required=False,
        max_length=60,
        widget=ListedInput,
        help_text=_("乡镇或村。留空就用联络站所在地。"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.region = Region.objects.get(pk=actor.region_code)
        self._choices("station", Station.objects.filter(region=self.region))
        if (mine := station_of(actor)) is not None:
            self.initial.setdefault("station", mine.pk)
        self.near = {_called(place): place for place in places(self.region).select_related("parent")}
        widget: Any = self.fields["place"].widget
        widget.options = [(name, place.get_level_display()) for name, place in self.near.items()]

    def _choices(self, name: str, rows: Any) -> None:
        field: Any = self.fields[name]
        field.queryset = rows

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        typed, station = data.get("place", ""), data.get("station")
        if typed:
            data["place"] = self._place(typed)
        else:
            data["place"] = station.place if station else self.region
        return data

    def _place(self, typed: str) -> Region | None:
        named = [place for name, place in self.near.items() if typed in (name, place.name)]
        if len(named) == 1:
            return named[0]
        many = gettext("有多个叫“%(name)s”的地点，请从列表中选择。") % {"name": typed}
        none = gettext("本县没有叫“%(name)s”的乡镇或村，请从列表中选择。") % {"name": typed}
        self.add_error("place", many if named else none)
        return None

    refuse = refuse


def _called(place: Region) -> str:
    """A place as the list offers it: a village together with its township."""
    return f"{place.parent.name}{place.name}" if place.level == "village" and place.parent else place.name


def _grouped() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The categories in two groups: what deputies hold among the people, and what they take part in."""
    held = [(c.value, c.label) for c in STATION_CATEGORIES]
    others = [(c.value, c.label) for c in ActivityCategory if c not in STATION_CATEGORIES]
    return [(_("代表和联络站的活动"), held), (_("常委会组织的活动"), others)]


class PlanForm(OpeningForm):
    """An activity to come."""

    field_order = ("title", "category", "planned_for", "station", "place", "deputies", "member", "regions")
    category = forms.ChoiceField(
        label=_("类别"),
        choices=[("", _("请选择")), *_grouped()],
        error_messages={"required": _("请选择类别。"), **CHOOSE},
    )
    planned_for = day(_("计划日期"))
    deputies = forms.ModelMultipleChoiceField(
        label=_("邀请代表"),
        queryset=Deputy.objects.none(),
        required=False,
        help_text=_("人代会会议不勾选，就是通知本级全体代表。"),
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
    )

    member = forms.ModelChoiceField(
        label=_("常委会组成人员"),
        queryset=Deputy.objects.none(),
        required=False,
        empty_label=_("不适用"),
        help_text=_("只在常委会组成人员联系代表时填写。"),
        error_messages=CHOOSE,
    )
    regions = forms.ModelMultipleChoiceField(
        label=_("一同调研的县（市、区）"),
        queryset=Region.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("只在跨县交叉调研时勾选，本县不用勾。"),
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [deputy.pk for deputy in deputies_in(self.region.pk)]
        self._choices("deputies", Deputy.objects.filter(pk__in=known))
        self._choices("member", members_in(self.region.pk))
        self._choices("regions", neighbours(self.region))

    def open(self) -> Activity:
        """Plan it; refusals pass through."""
        several = {name: list(self.cleaned_data[name]) for name in ("deputies", "regions")}
        return services.plan_activity(region=self.region, actor=self.actor, **{**self.cleaned_data, **several})


class PromiseForm(OpeningForm):
    """A deed that a deputy or station takes on."""

    field_order = ("title", "content", "station", "deputy", "place", "beneficiaries", "occasion")
    content = lines(_("要办什么"), 2000)
    deputy = forms.ModelChoiceField(
        label=_("牵头代表"),
        queryset=Deputy.objects.none(),
        required=False,
        empty_label=_("不指定"),
        error_messages=CHOOSE,
    )
    beneficiaries = number(_("受益人数"), 0, 1_000_000, required=False, help_text=_("估计数，可以不填。"))
    occasion = forms.ModelChoiceField(
        label=_("在哪次活动上承诺"),
        queryset=Activity.objects.none(),
        required=False,
        empty_label=_("不是在活动上"),
        help_text=_("近30天的活动。"),
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [deputy.pk for deputy in deputies_in(self.region.pk)]
        self._choices("deputy", Deputy.objects.filter(pk__in=known))
        if (mine := deputy_of(self.actor)) is not None:
            self.initial.setdefault("deputy", mine.pk)
        self._choices("occasion", recent_activities(self.actor, today() - OCCASIONS_KEPT))
        field: Any = self.fields["occasion"]
        field.label_from_instance = lambda activity: f"{activity.planned_for:%m-%d} {activity.title}"

    def open(self) -> PracticalDeed:
        """Record the promise; refusals pass through."""
        data = {**self.cleaned_data, "beneficiaries": self.cleaned_data["beneficiaries"] or 0}
        return services.promise_deed(region=self.region, actor=self.actor, **data)
