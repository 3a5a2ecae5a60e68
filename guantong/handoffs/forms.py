"""The form with which the congress leaves an opinion to a deputy."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import line, lines
from guantong.deputies.models import Deputy
from guantong.handoffs.opinion_to_suggestion import opinion_to_suggestion, words_for_deputy
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter
from guantong.matters.widgets import ListedInput
from guantong.suggestions.forms.fields import deputy_named, subject_field
from guantong.suggestions.models import Subject
from guantong.suggestions.selectors import deputies_of
from guantong.suggestions.services.drafting import BODY_LIMIT


class BecomeSuggestion(MoveForm):
    """Which deputy, and with which words the draft begins."""

    grave = True
    lead = forms.CharField(
        label=_("领衔代表"),
        max_length=40,
        widget=ListedInput,
        help_text=_("输入姓名，从列表中选择。草稿会交给这位代表修改和提交。"),
        error_messages={"required": _("请选择领衔代表。")},
    )
    title = line(_("标题"), 120)
    body = lines(_("内容"), BODY_LIMIT, rows=8, help_text=_("电话、证件号和能认出的姓名已经遮盖，请核对。"))
    subject = subject_field()
    reason = lines(_("说明"), 500, required=False, rows=2)

    def arrange(self) -> None:
        self.known = list(deputies_of(self.matter.region_id))
        self.fields["lead"].widget.options = [(deputy.name, deputy.place.name) for deputy in self.known]
        self.initial.setdefault("title", gettext("关于%(title)s的建议") % {"title": self.matter.title})
        self.initial.setdefault("body", words_for_deputy(self.matter))

    def clean_lead(self) -> Deputy:
        """The one deputy of the county who bears the name typed."""
        return deputy_named(self.cleaned_data["lead"], self.known)

    def act(self) -> Matter:
        data = self.cleaned_data
        return opinion_to_suggestion(
            opinion=self.matter,
            lead=data["lead"],
            title=data["title"],
            body=data["body"],
            subject=Subject(data["subject"]),
            reason=data["reason"],
            actor=self.actor,
            seen_version=self.seen_version,
        )
