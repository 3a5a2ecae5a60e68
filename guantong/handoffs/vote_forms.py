"""The forms with which a satisfaction vote about a deliberation opinion is called, and its result taken."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.ballots.models import Ballot
from guantong.ballots.selectors.results import COUNTED, ballots_on
from guantong.base.form_fields import CHOOSE
from guantong.handoffs.ballot_on_opinion import call_vote, take_vote
from guantong.matters.move_forms import ServiceForm


class CallVote(ServiceForm):
    """Setting up the ballot; who is on the roll and what a vote needs is seen on its own page."""

    service = staticmethod(call_vote)


class TakeVote(ServiceForm):
    """Which of the counted ballots about the report decides."""

    service, grave = staticmethod(take_vote), True
    ballot = forms.ModelChoiceField(
        label=_("测评"),
        queryset=Ballot.objects.none(),
        empty_label=None,
        help_text=_("只列出已经计票的测评；票数由系统按票面计算。"),
        error_messages={"required": _("请先组织测评，计票后再采用结果。"), **CHOOSE},
    )

    def arrange(self) -> None:
        field: Any = self.fields["ballot"]
        field.queryset = ballots_on(self.matter).filter(state__in=COUNTED)
        self.initial.setdefault("ballot", field.queryset.first())
