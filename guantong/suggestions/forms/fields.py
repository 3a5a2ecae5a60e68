"""Fields that the forms of suggestions share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.deputies.forms.fields import lines
from guantong.deputies.models import Deputy
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter
from guantong.suggestions.models import Grade, Subject

CHOOSE = {"invalid_choice": _("请从列表中选择。"), "invalid_pk_value": _("请从列表中选择。")}


def one_of(label: Any, choices: Any, *, help_text: Any = "") -> forms.ChoiceField:
    """A field for one of a few choices, all in sight."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择%(what)s。") % {"what": label}, **CHOOSE},
    )


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


def grade(label: Any) -> forms.ChoiceField:
    """One of the three grades."""
    return one_of(label, list(reversed(Grade.choices)))


class NoteForm(MoveForm):
    """A move that needs nothing, with room for a note; `service` makes it."""

    reason = lines(_("说明"), 500, required=False, rows=2)
    service: Any = None

    def act(self) -> Matter:
        return type(self).service(  # type: ignore[no-any-return]  # each service names its own signature
            suggestion=self.matter,
            actor=self.actor,
            reason=self.cleaned_data["reason"],
            seen_version=self.seen_version,
        )


class ReasonForm(NoteForm):
    """A move that must be explained."""

    reason = lines(_("原因"), 500, rows=3, help_text=_("会记入台账，代表和承办单位可以看到。"))


class BareForm(MoveForm):
    """A move that needs nothing at all."""

    service: Any = None

    def act(self) -> Matter:
        return type(self).service(  # type: ignore[no-any-return]  # each service names its own signature
            suggestion=self.matter, actor=self.actor, seen_version=self.seen_version
        )
