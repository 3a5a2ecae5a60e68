"""Fields that the forms of suggestions share."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import CHOOSE, lines
from guantong.deputies.models import Deputy
from guantong.matters.move_forms import ReasonForm
from guantong.suggestions.models import Subject


def subject_field() -> forms.ChoiceField:
    """What a suggestion is about."""
    return forms.ChoiceField(
        label=_("类别"),
        choices=[("", _("请选择")), *Subject.choices],
        error_messages={"required": _("请选择类别。"), **CHOOSE},
    )


def deputy_named(typed: str, among: Iterable[Deputy]) -> Deputy:
    """The one deputy who bears the name typed. Raises ValidationError for none and for several."""
    found = [deputy for deputy in among if deputy.name == typed.strip()]
    if len(found) == 1:
        return found[0]
    many, none = gettext("有多位代表叫“%(name)s”，请由本人起草。"), gettext("本县没有叫“%(name)s”的在任代表。")
    raise forms.ValidationError((many if found else none) % {"name": typed.strip()})


class ReasonToldForm(ReasonForm):
    """A move that must be explained to the deputies and the units."""

    reason = lines(_("原因"), 500, rows=3, help_text=_("会记入台账，代表和承办单位可以看到。"))
