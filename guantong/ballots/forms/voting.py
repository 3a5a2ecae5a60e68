"""The paper on a screen, and the field for a slip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.ballots import services
from guantong.ballots.models import Ballot
from guantong.ballots.selectors.results import rule_of
from guantong.base.form_fields import CHOOSE, refuse
from guantong.base.plain_text import PlainTextField
from guantong.kernel.ballot_rule import ANSWERS, BallotKind


class SlipForm(forms.Form):
    """The slip, as it is typed."""

    slip_secret = PlainTextField(
        label=_("投票条上的号码"),
        help_text=_("10位，横线和空格可写可不写。"),
        max_length=60,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("请填写投票条上的号码。")},
    )


class VoteForm(forms.Form):
    """One paper. `vote_token` is made with the page: the same page sent twice is one vote."""

    vote_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    slip_secret = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(self, *args: Any, ballot: Ballot, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ballot, self.actor, self.rule = ballot, actor, rule_of(ballot)
        if self.rule.kind is BallotKind.CHOOSE:
            self.fields["choices"] = forms.MultipleChoiceField(
                label=gettext("最多选%(places)s项") % {"places": self.rule.places},
                choices=[(option.code, f"{option.code}. {option.label}") for option in self.rule.options],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                error_messages=dict(CHOOSE),
            )
            return
        answers = [(code, gettext(word)) for code, word in ANSWERS[self.rule.kind].items()]
        for option in self.rule.options:
            self.fields[f"item-{option.code}"] = forms.ChoiceField(
                label=option.label,
                choices=answers,
                widget=forms.RadioSelect,
                required=False,
                error_messages=dict(CHOOSE),
            )

    def papers_fields(self) -> Iterator[forms.BoundField]:
        """The fields that stand on the paper."""
        return (bound for bound in self if not bound.is_hidden)

    def cast(self) -> services.Cast:
        """Cast the vote; refusals pass through."""
        return services.cast_vote(
            ballot=self.ballot,
            choices=self._choices(),
            token=self.cleaned_data["vote_token"],
            slip=self.cleaned_data["slip_secret"],
            actor=self.actor,
        )

    def _choices(self) -> list[str]:
        given = self.cleaned_data
        if self.rule.kind is BallotKind.CHOOSE:
            return list(given["choices"])
        answered = ((option.code, given[f"item-{option.code}"]) for option in self.rule.options)
        return [f"{code}-{answer}" for code, answer in answered if answer]

    refuse = refuse
