"""Setting a sheet up."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.appraisals import services
from guantong.appraisals.models import ScoreSheet, Subjects
from guantong.base.form_fields import CHOOSE, refuse
from guantong.base.now import today
from guantong.figures.selectors import half_year_of
from guantong.kernel.periods import Period
from guantong.regions.models import Region

YEARS = 3


def periods() -> list[Period]:
    """The half-years and years that have begun, the newest first."""
    this = today().year
    codes = (f"{year}{part}" for year in range(this, this - YEARS, -1) for part in ("H2", "H1", ""))
    return [period for period in map(Period.parse, codes) if period.start <= today()]


class SetUpForm(forms.Form):
    """A sheet to come."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    subjects = forms.ChoiceField(
        label=_("评分对象"),
        choices=Subjects.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择评分对象。"), **CHOOSE},
    )
    period = forms.ChoiceField(
        label=_("统计期"),
        help_text=_("统计期结束以后才能公布。"),
        error_messages={"required": _("请选择统计期。"), **CHOOSE},
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        field: Any = self.fields["period"]
        field.choices = [(period.code, period.label_zh()) for period in periods()]
        self.initial.setdefault("period", half_year_of(today()).previous().code)

    def open(self) -> ScoreSheet:
        """Set it up; refusals pass through."""
        return services.set_up_sheet(
            region=Region.objects.get(pk=self.actor.region_code),
            subjects=Subjects(self.cleaned_data["subjects"]),
            period=Period.parse(self.cleaned_data["period"]),
            client_id=self.cleaned_data["client_id"],
            actor=self.actor,
        )

    refuse = refuse
