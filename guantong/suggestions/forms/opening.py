"""Drafting a suggestion: a deputy for themselves, staff for a deputy of the county."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import line, lines, one_of
from guantong.base.now import today
from guantong.base.refusals import BadInput
from guantong.deputies.models import Deputy
from guantong.deputies.selectors import deputy_of
from guantong.matters.asking_first import AsksFirst
from guantong.matters.models import Matter
from guantong.matters.widgets import ListedInput
from guantong.suggestions import services
from guantong.suggestions.forms.fields import deputy_named, subject_field
from guantong.suggestions.models import Put, Subject, Suggestion
from guantong.suggestions.selectors import deputies_of
from guantong.suggestions.services.drafting import BODY_LIMIT


class DraftForm(AsksFirst):
    """What is suggested, by whom and when. `form` makes one that is sent twice one draft."""

    kind, told_in = "suggestion", ("title", "body")

    form = forms.UUIDField(widget=forms.HiddenInput)
    lead = forms.CharField(
        label=_("领衔代表"),
        max_length=40,
        widget=ListedInput,
        help_text=_("输入姓名，从列表中选择。代表没有账号时由县人大代为登记。"),
        error_messages={"required": _("请选择领衔代表。")},
    )
    title = line(_("标题"), 120, help_text=_("写明对什么事提什么建议，例如“关于修缮民治村三组水渠的建议”。"))
    body = lines(
        _("内容"), BODY_LIMIT, rows=10, help_text=_("一事一议：情况、问题、具体建议。不要写群众的姓名和电话。")
    )
    subject = subject_field()
    put = one_of(_("提出时间"), Put.choices)
    session = line(_("会议"), 60, required=False, help_text=_("会议期间提出的填写，例如“县十七届人大五次会议”。"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.initial = {"form": uuid.uuid4(), "put": Put.BETWEEN, **self.initial}
        self.own = deputy_of(actor)
        self.known: list[Deputy] = []
        if self.own is not None:
            del self.fields["lead"]
        else:
            self.known = list(deputies_of(actor.region_code))
            widget: Any = self.fields["lead"].widget
            widget.options = [(deputy.name, deputy.place.name) for deputy in self.known]

    def clean_lead(self) -> Deputy:
        """The deputy of the county who bears the name typed."""
        return deputy_named(self.cleaned_data["lead"], self.known)

    def opened(self, matter: Matter) -> bool:
        return bool(matter.pk == self.cleaned_data["form"])

    def refuse(self, refusal: BadInput) -> None:
        """Show what the service found wrong, each sentence beside its field."""
        for name, sentence in refusal.fields.items():
            self.add_error(name if name in self.fields else None, sentence)

    def open(self) -> Suggestion:
        """Begin the draft; refusals pass through."""
        data = self.cleaned_data
        return services.draft_suggestion(
            lead=self.own or data["lead"],
            title=data["title"],
            body=data["body"],
            subject=Subject(data["subject"]),
            put=Put(data["put"]),
            session=data["session"],
            year=today().year,
            form=data["form"],
            actor=self.actor,
        )
