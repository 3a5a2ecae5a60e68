"""Setting a ballot up."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.ballots import services
from guantong.ballots.models import Ballot, Body, Purpose
from guantong.ballots.selectors.results import subjects_for
from guantong.base.form_fields import line, lines, number, one_of, refuse
from guantong.regions.models import Region


class DraftForm(forms.Form):
    """A ballot to come; its rule is the county's."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    title = line(_("标题"), 120)
    purpose = one_of(_("表决种类"), Purpose.choices, help_text=_("计票规则按本县设置，没有设置的按法定和通行规则。"))
    voters = one_of(_("表决主体"), Body.choices, help_text=_("名册取今天登记在册的人员。"))
    options = lines(_("表决内容"), 8000, rows=6, help_text=_("每行一项：要测评、表决的事项，或者候选项目。"))
    places = number(_("名额"), 1, 60, required=False, help_text=_("只有票决项目要填：最多选几项。"))
    subject = line(_("相关事项的编号"), 60, required=False, help_text=_("如审议意见书的编号；没有可以不填。"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.initial.setdefault("purpose", Purpose.SATISFACTION)
        self.initial.setdefault("voters", Body.STANDING_COMMITTEE)

    def clean_subject(self) -> Any:
        typed = self.cleaned_data["subject"]
        found = subjects_for(self.actor).filter(number=typed).first() if typed else None
        if typed and found is None:
            raise forms.ValidationError(_("没有这个编号的事项，请核对。"))
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("purpose") == Purpose.PROJECTS and not cleaned.get("places") and "places" not in self.errors:
            self.add_error("places", _("请填写名额。"))
        return cleaned

    def open(self) -> Ballot:
        """Set it up; refusals pass through."""
        given = self.cleaned_data
        return services.draft_ballot(
            region=Region.objects.get(pk=self.actor.region_code),
            title=given["title"],
            voters=Body(given["voters"]),
            purpose=Purpose(given["purpose"]),
            options=[text.strip() for text in given["options"].splitlines() if text.strip()],
            places=given["places"] or 0,
            subject=given["subject"],
            client_id=given["client_id"],
            actor=self.actor,
        )

    refuse = refuse
