"""Setting a fund up and applying for its money."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.base.form_fields import CHOOSE, line, lines, number, refuse
from guantong.base.now import today
from guantong.funds import services
from guantong.funds.forms.fields import money
from guantong.funds.models import Fund, FundProject
from guantong.funds.selectors import MOST, funds_for, suggestions_to_pay, units_of
from guantong.matters.models import Matter
from guantong.regions.models import Organisation, Region


class SetUpForm(forms.Form):
    """A fund to come."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    year = number(_("年度"), 2000, 2099)
    amount = money(_("资金总额"))
    basis = line(_("依据"), 200, help_text=_("批准设立资金的会议或文件。"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.initial.setdefault("year", today().year)

    def open(self) -> Fund:
        """Set it up; refusals pass through."""
        region = Region.objects.get(pk=self.actor.region_code)
        return services.set_up_fund(region=region, actor=self.actor, **self.cleaned_data)

    refuse = refuse


class ApplyForm(forms.Form):
    """An application for a project outside the project pool."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    fund = forms.ModelChoiceField(
        label=_("资金"), queryset=Fund.objects.none(), error_messages={"required": _("请选择资金。"), **CHOOSE}
    )
    suggestion = forms.ModelChoiceField(
        label=_("落实的代表建议"),
        queryset=Matter.objects.none(),
        error_messages={"required": _("请选择代表建议。"), **CHOOSE},
    )
    unit = forms.ModelChoiceField(
        label=_("申请单位"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _("请选择申请单位。"), **CHOOSE},
    )
    title = line(_("项目名称"), 120)
    content = lines(_("建设内容"), 2000, help_text=_("在哪里建什么、建多少，多少人受益。"))
    asked = money(_("申请金额"))
    outside_pool = forms.BooleanField(
        label=_("已核对：本项目未列入项目库，没有其他资金安排"),
        error_messages={"required": _("专项资金只用于未入项目库的项目，请核对后勾选。")},
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self._offer("fund", funds_for(actor).filter(state="open"))
        offered = suggestions_to_pay(actor).values_list("pk", flat=True)[:MOST]
        self._offer("suggestion", Matter.objects.filter(pk__in=list(offered)).order_by("-opened_at"))
        units = units_of(actor.region_code)
        if actor.role in (Role.DEPARTMENT, Role.PRESIDIUM) and actor.organisation_id is not None:
            units = units.filter(pk=actor.organisation_id)
            self.initial.setdefault("unit", actor.organisation_id)
        self._offer("unit", units)

    def _offer(self, name: str, rows: Any) -> None:
        field: Any = self.fields[name]
        field.queryset = rows

    def open(self) -> FundProject:
        """Apply; refusals pass through."""
        return services.apply_for_fund(actor=self.actor, **self.cleaned_data)

    refuse = refuse
