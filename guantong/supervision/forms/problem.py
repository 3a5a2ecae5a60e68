"""Listing a problem, and the form of every move of one."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.attachments.form_fields import PhotosField
from guantong.base.form_fields import CHOOSE, day, lines, refuse
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import ExtendForm, ReasonForm, ServiceForm
from guantong.regions.models import Organisation
from guantong.supervision import services
from guantong.supervision.models import DeliberationOpinion, Problem
from guantong.supervision.selectors import units_of

MOST_PHOTOS = 6


def _unit() -> forms.ModelChoiceField[Organisation]:
    return forms.ModelChoiceField(
        label=_("责任单位"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _("请选择责任单位。"), **CHOOSE},
    )


class ListForm(forms.Form):
    """A problem to list on a paper."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    paragraph = forms.TypedChoiceField(label=_("出自哪一段"), coerce=int, error_messages=CHOOSE)
    body = lines(_("问题"), 1000, rows=4, help_text=_("一条只写一个问题，写到能够复查。"))
    unit = _unit()

    def __init__(self, *args: Any, actor: Actor, origin: DeliberationOpinion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.origin = actor, origin
        unit, paragraph = self.fields["unit"], self.fields["paragraph"]
        if isinstance(unit, forms.ModelChoiceField):
            unit.queryset = units_of(origin.region_id)
        self.initial.setdefault("unit", origin.unit_id)
        self.initial.setdefault("paragraph", "0")
        if isinstance(paragraph, forms.ChoiceField):
            numbered = [(str(n), f"{n}. {text[:40]}") for n, text in enumerate(origin.paragraphs, 1)]
            paragraph.choices = [("0", _("不对应某一段")), *numbered]

    def open(self) -> Problem:
        """List it; refusals pass through."""
        return services.list_problem(origin=self.origin, actor=self.actor, **self.cleaned_data)

    refuse = refuse


class Revise(ServiceForm):
    service = staticmethod(services.revise_problem)
    body = lines(_("问题"), 1000, rows=4)
    unit = _unit()

    def arrange(self) -> None:
        field: Any = self.fields["unit"]
        field.queryset = units_of(self.matter.region_id)
        self.initial.setdefault("body", self.matter.body)
        self.initial.setdefault("unit", self.matter.unit_id)


class Strike(ReasonForm):
    service, grave = staticmethod(services.strike_problem), True


class SetMeasure(ServiceForm):
    service = staticmethod(services.set_measure)
    measure = lines(_("整改措施"), 2000, help_text=_("做什么、谁负责、做到什么程度。"))
    measure_by = day(_("完成日期"))


class Extend(ExtendForm):
    service = staticmethod(services.extend_problem)


class SubmitEvidence(ServiceForm):
    service = staticmethod(services.submit_evidence)
    evidence = lines(_("整改情况"), 3000, rows=6, help_text=_("写明做了什么、有什么可以查看。由县人大常委会复查。"))
    photos = PhotosField(label=_("照片"), most=MOST_PHOTOS, required=False, help_text=_("整改前后的照片，最多6张。"))


class Accept(ServiceForm):
    service, grave = staticmethod(services.accept_problem), True
    finding = lines(_("复查情况"), 1000, help_text=_("何时、到哪里、看到什么。"))


class SendBack(ReasonForm):
    service = staticmethod(services.send_back_problem)


class Reopen(ReasonForm):
    service = staticmethod(services.reopen_problem)


PROBLEM_FORMS: dict[str, type[MoveForm]] = {
    "revise": Revise,
    "strike": Strike,
    "set_measure": SetMeasure,
    "extend": Extend,
    "submit_evidence": SubmitEvidence,
    "accept": Accept,
    "send_back": SendBack,
    "reopen": Reopen,
}
"""`assign` has no form: a problem is assigned when the paper that lists it is handed over."""
