"""Forms of a station: its rota, a swap of duties, its market days, and who serves there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import CHOOSE, line, lines, refuse
from guantong.base.now import today
from guantong.deputies import roster, services
from guantong.deputies.models import Deputy, DutyPart, RotaDuty, RotaSwap, Station
from guantong.deputies.selectors import deputies_in, exchangeable, rota_candidates

MONTHS = 6
"""Months to choose from, the present one first."""

WEEKDAYS = (
    ("0", _("星期一")),
    ("1", _("星期二")),
    ("2", _("星期三")),
    ("3", _("星期四")),
    ("4", _("星期五")),
    ("5", _("星期六")),
    ("6", _("星期日")),
)


def months() -> list[tuple[str, str]]:
    """The months to choose from."""
    found, day = [], today().replace(day=1)
    for _number in range(MONTHS):
        found.append((day.strftime("%Y-%m"), day.strftime("%Y-%m")))
        day = (day + timedelta(days=31)).replace(day=1)
    return found


class StationForm(forms.Form):
    """A form about one station; `act` calls the service and lets refusals pass through."""

    def __init__(self, *args: Any, station: Station, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.station, self.actor = station, actor
        self.arrange()

    def arrange(self) -> None:
        """Fill in what the choices depend on."""

    refuse = refuse


class _OfAMonth(StationForm):
    month = forms.ChoiceField(
        label=_("月份"), error_messages={"required": _("请选择月份。"), "invalid_choice": _("请从列表中选择。")}
    )

    def arrange(self) -> None:
        field: Any = self.fields["month"]
        field.choices = months()

    @property
    def first(self) -> date:
        return date.fromisoformat(f"{self.cleaned_data['month']}-01")


class RotaForm(_OfAMonth):
    """Giving out a month's duties."""

    weekdays = forms.MultipleChoiceField(
        label=_("星期几值班"),
        choices=WEEKDAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
    )
    parts = forms.MultipleChoiceField(
        label=_("时段"),
        choices=DutyPart.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[DutyPart.DAY],
        error_messages={"required": _("请选择时段。"), **CHOOSE},
    )
    deputies = forms.ModelMultipleChoiceField(
        label=_("轮值代表"),
        queryset=Deputy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请选择参加轮值的代表。"), **CHOOSE},
    )

    def arrange(self) -> None:
        super().arrange()
        field: Any = self.fields["deputies"]
        field.queryset = rota_candidates(self.station)
        self.initial.setdefault("deputies", [d.pk for d in field.queryset if d.station_id == self.station.pk])
        weekdays: Any = self.fields["weekdays"]
        if self.station.market_days:
            weekdays.help_text = _("不选就按圩日（%(days)s）值班。") % {"days": self.station.market_words}
        else:
            weekdays.help_text = _("周一至周五遇放假的日子不排。")

    def act(self) -> list[RotaDuty]:
        """Make the rota."""
        return services.make_rota(
            station=self.station,
            month=self.first,
            weekdays=[int(number) for number in self.cleaned_data["weekdays"]],
            parts=[DutyPart(part) for part in self.cleaned_data["parts"]],
            deputies=list(self.cleaned_data["deputies"]),
            actor=self.actor,
        )


class ClearForm(_OfAMonth):
    """Taking back what is to come of a month."""

    reason = lines(_("撤回原因"), 200, rows=2)

    def act(self) -> int:
        """Take it back."""
        return services.clear_rota(
            station=self.station, month=self.first, reason=self.cleaned_data["reason"], actor=self.actor
        )


class MarketDaysForm(StationForm):
    """On which days the market is held."""

    market_days = line(
        _("圩日"),
        80,
        required=False,
        help_text=_("农历逢三、六、九写“3,6,9”；每月五日、二十日写“solar:5,20”；三天一圩写“every:3@2025-01-02”。"),
    )

    def arrange(self) -> None:
        self.initial.setdefault("market_days", self.station.market_days)

    def act(self) -> Station:
        """Set it."""
        days = self.cleaned_data["market_days"]
        return roster.set_market_days(station=self.station, market_days=days, actor=self.actor)


class AssignForm(StationForm):
    """A deputy who is to serve at the station."""

    deputy = forms.ModelChoiceField(
        label=_("代表"),
        queryset=Deputy.objects.none(),
        error_messages={"required": _("请选择代表。"), **CHOOSE},
    )

    def arrange(self) -> None:
        field: Any = self.fields["deputy"]
        known = [d.pk for d in deputies_in(self.station.region_id) if d.station_id != self.station.pk]
        field.queryset = Deputy.objects.filter(pk__in=known).select_related("station")
        field.label_from_instance = lambda d: f"{d.name}（{d.get_level_display()}，{d.station or '—'}）"

    def act(self) -> Deputy:
        """Assign them."""
        deputy = self.cleaned_data["deputy"]
        return roster.assign_to_station(deputy=deputy, station=self.station, actor=self.actor)


class SwapForm(forms.Form):
    """Asking another deputy to change duties."""

    other = forms.ModelChoiceField(
        label=_("和谁的值班对调"),
        queryset=RotaDuty.objects.none(),
        error_messages={"required": _("请选择要对调的值班。"), **CHOOSE},
    )
    why = lines(_("调班原因"), 200, rows=2)

    def __init__(self, *args: Any, duty: RotaDuty, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duty, self.actor = duty, actor
        field: Any = self.fields["other"]
        field.queryset = exchangeable(duty)

    def act(self) -> RotaSwap:
        """Ask; refusals pass through."""
        data = self.cleaned_data
        return services.propose_swap(duty=self.duty, other=data["other"], why=data["why"], actor=self.actor)

    refuse = refuse
