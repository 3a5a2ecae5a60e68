"""Planning an activity and promising a deed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput
from guantong.deputies import services
from guantong.deputies.forms.fields import day, line, lines, number
from guantong.deputies.models import Activity, ActivityCategory, Deputy, PracticalDeed, Station
from guantong.deputies.selectors import deputies_in, deputy_of, station_of
from guantong.matters.widgets import ListedInput
from guantong.regions.models import Region
from guantong.regions.selectors import places

CHOOSE = {"invalid_choice": _("请从列表中选择。"), "invalid_pk_value": _("请从列表中选择。")}


class OpeningForm(forms.Form):
    """What an activity and a deed have in common: a title, a station, and a place in the county."""

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

    def refuse(self, refusal: BadInput) -> None:
        """Show what the service found wrong."""
        for name, sentence in refusal.fields.items():
            self.add_error(name if name in self.fields else None, sentence)


def _called(place: Region) -> str:
    """A place as the list offers it: a village together with its township."""
    return f"{place.parent.name}{place.name}" if place.level == "village" and place.parent else place.name


class PlanForm(OpeningForm):
    """An activity to come."""

    field_order = ("title", "category", "planned_for", "station", "place", "deputies")
    category = forms.ChoiceField(
        label=_("类别"),
        choices=ActivityCategory.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择类别。"), **CHOOSE},
    )
    planned_for = day(_("计划日期"))
    deputies = forms.ModelMultipleChoiceField(
        label=_("邀请代表"),
        queryset=Deputy.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [deputy.pk for deputy in deputies_in(self.region.pk)]
        self._choices("deputies", Deputy.objects.filter(pk__in=known))

    def open(self) -> Activity:
        """Plan it; refusals pass through."""
        return services.plan_activity(
            region=self.region,
            actor=self.actor,
            **{**self.cleaned_data, "deputies": list(self.cleaned_data["deputies"])},
        )


class PromiseForm(OpeningForm):
    """A deed that a deputy or station takes on."""

    field_order = ("title", "content", "station", "deputy", "place", "beneficiaries")
    content = lines(_("要办什么"), 2000)
    deputy = forms.ModelChoiceField(
        label=_("牵头代表"),
        queryset=Deputy.objects.none(),
        required=False,
        empty_label=_("不指定"),
        error_messages=CHOOSE,
    )
    beneficiaries = number(_("受益人数"), 0, 1_000_000, required=False, help_text=_("估计数，可以不填。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [deputy.pk for deputy in deputies_in(self.region.pk)]
        self._choices("deputy", Deputy.objects.filter(pk__in=known))
        if (mine := deputy_of(self.actor)) is not None:
            self.initial.setdefault("deputy", mine.pk)

    def open(self) -> PracticalDeed:
        """Record the promise; refusals pass through."""
        data = {**self.cleaned_data, "beneficiaries": self.cleaned_data["beneficiaries"] or 0}
        return services.promise_deed(region=self.region, actor=self.actor, **data)
