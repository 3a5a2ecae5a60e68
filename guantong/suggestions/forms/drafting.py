"""The forms of the deputies before anybody handles: change, ask to sign, sign, submit, take back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import CHOOSE, line, lines
from guantong.deputies.models import Deputy
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import NoteForm, ServiceForm
from guantong.suggestions import services
from guantong.suggestions.forms.fields import subject_field
from guantong.suggestions.models import Subject
from guantong.suggestions.selectors import deputies_of
from guantong.suggestions.services.drafting import BODY_LIMIT
from guantong.suggestions.services.signing import open_signatures


class Revise(ServiceForm):
    """Other words for a draft."""

    service = staticmethod(services.revise_suggestion)
    title = line(_("标题"), 120)
    body = lines(_("内容"), BODY_LIMIT, rows=10, help_text=_("修改后，已经附议的代表需要重新确认。"))
    subject = subject_field()

    def arrange(self) -> None:
        for name in ("title", "body", "subject"):
            self.initial.setdefault(name, getattr(self.matter, name))

    def inputs(self) -> dict[str, Any]:
        return {**super().inputs(), "subject": Subject(self.cleaned_data["subject"])}


class AskSignature(ServiceForm):
    """Which deputies are asked to sign."""

    service = staticmethod(services.ask_signatures)
    deputies = forms.ModelMultipleChoiceField(
        label=_("邀请的代表"),
        queryset=Deputy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请选择要邀请的代表。"), **CHOOSE},
    )

    def arrange(self) -> None:
        asked = self.matter.signatures.values("deputy")
        field: Any = self.fields["deputies"]
        field.queryset = deputies_of(self.matter.region_id).exclude(pk__in=asked).exclude(pk=self.matter.lead_id)

    def inputs(self) -> dict[str, Any]:
        return {"deputies": list(self.cleaned_data["deputies"])}


class SignatureForm(ServiceForm):
    """A deputy's answer; staff say for whom they enter one that was given on paper."""

    deputy = forms.ModelChoiceField(
        label=_("代表"),
        queryset=Deputy.objects.none(),
        empty_label=None,
        error_messages={"required": _("请选择代表。"), **CHOOSE},
    )

    def arrange(self) -> None:
        field: Any = self.fields["deputy"]
        field.queryset = Deputy.objects.filter(pk__in=open_signatures(self.matter, self.actor).values("deputy"))
        self.initial.setdefault("deputy", field.queryset.first())


class Sign(SignatureForm):
    service = staticmethod(services.sign_suggestion)


class DeclineSignature(SignatureForm):
    service = staticmethod(services.decline_signature)


class Submit(ServiceForm):
    service = staticmethod(services.submit_suggestion)


class Withdraw(NoteForm):
    service = staticmethod(services.withdraw_suggestion)
    grave = True


FORMS: dict[str, type[MoveForm]] = {
    "revise": Revise,
    "ask_signature": AskSignature,
    "sign": Sign,
    "decline_signature": DeclineSignature,
    "submit": Submit,
    "withdraw": Withdraw,
}
