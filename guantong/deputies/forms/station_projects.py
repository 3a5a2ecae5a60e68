"""Proposing a station's project, and the form of every move of one."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import CHOOSE, line, lines, refuse
from guantong.deputies import services
from guantong.deputies.models import Grade, Station, StationProject
from guantong.deputies.standards import standards_of
from guantong.matters.move_forms import ServiceForm


class ProposeForm(forms.Form):
    """A project to come."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    station = forms.ModelChoiceField(
        label=_("联络站"), queryset=Station.objects.none(), error_messages={"required": _("请选择联络站。"), **CHOOSE}
    )
    category = forms.ChoiceField(
        label=_("类别"),
        choices=StationProject.Category.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择类别。"), **CHOOSE},
    )
    grade = forms.ChoiceField(
        label=_("申报等级"),
        choices=[("", _("不适用")), *Grade.choices[1:]],
        required=False,
        help_text=_("提档升级时选择，要高于现有等级。"),
        error_messages=CHOOSE,
    )
    partner = line(_("共建方"), 60, required=False, help_text=_("跨省区共建时填写，例如“贵州省册亨县”。"))
    content = lines(_("建设内容"), 2000)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        field: Any = self.fields["station"]
        field.queryset = Station.objects.filter(region_id=actor.region_code, kind=Station.Kind.STATION)

    def open(self) -> StationProject:
        """Propose it; refusals pass through."""
        data = {**self.cleaned_data, "category": StationProject.Category(self.cleaned_data["category"])}
        return services.propose_station_project(actor=self.actor, **data)

    refuse = refuse


class Accept(ServiceForm):
    """Accepting a project after looking at the station."""

    service = staticmethod(services.accept_station_project)
    standards = forms.MultipleChoiceField(
        label=_("达标项目"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("到站逐项查看，达标的打勾。提档升级要全部达标。"),
        error_messages=CHOOSE,
    )
    reason = lines(_("说明"), 500, required=False, rows=3)

    def arrange(self) -> None:
        field: Any = self.fields["standards"]
        field.choices = list(standards_of(self.matter.region_id).items())


class Return(ServiceForm):
    """Sending a project back."""

    service = staticmethod(services.return_station_project)
    reason = lines(_("退回原因"), 500, rows=3)


class ProposeAgain(ServiceForm):
    """Putting a project forward again."""

    service = staticmethod(services.propose_again)
    content = lines(_("建设内容"), 2000)

    def arrange(self) -> None:
        self.initial.setdefault("content", self.matter.content)


class DropProject(ServiceForm):
    """Giving a project up."""

    service, grave = staticmethod(services.drop_station_project), True
    reason = lines(_("终止原因"), 500, rows=3)


PROJECT_FORMS = {"accept": Accept, "return": Return, "propose_again": ProposeAgain, "drop": DropProject}
