"""The forms of a ballot's moves at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.ballots import services
from guantong.ballots.forms.paper_lines import LinesError, example, read_lines
from guantong.ballots.receipts import tidied
from guantong.ballots.selectors.results import rule_of
from guantong.ballots.selectors.roll import on_paper, turnout_of
from guantong.base.form_fields import lines
from guantong.base.lockbox import new_codes
from guantong.base.plain_text import PlainTextField
from guantong.kernel.ballot_disclosure import discloses
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import NoteForm, ReasonForm, ServiceForm

CODE_ATTRIBUTES = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


def code_field(label: Any) -> PlainTextField:
    """A teller's code as they type it from their slip."""
    return PlainTextField(
        label=label,
        max_length=40,
        widget=forms.TextInput(CODE_ATTRIBUTES),
        error_messages={"required": _("请填写%(what)s。") % {"what": label}},
    )


class Freeze(NoteForm):
    """Seal the set-up."""

    service = staticmethod(services.freeze_ballot)
    grave = True


class Open(ServiceForm):
    """Open the ballot: each teller copies their code, and types it, so that it is seen to be copied right."""

    service = staticmethod(services.open_ballot)
    grave = True
    first_secret_shown = forms.CharField(widget=forms.HiddenInput)
    second_secret_shown = forms.CharField(widget=forms.HiddenInput)
    first_secret = code_field(_("监票人甲的开箱码"))
    second_secret = code_field(_("监票人乙的开箱码"))

    def arrange(self) -> None:
        first, second = (self.data.get(name) for name in ("first_secret_shown", "second_secret_shown"))
        if not first or not second:
            first, second = new_codes()
        self.initial.update(first_secret_shown=first, second_secret_shown=second)
        told = gettext("请抄下：%(code)s。它只显示这一次，系统不保存；缺了任何一个，票箱就打不开。")
        self.fields["first_secret"].help_text = told % {"code": _grouped(first)}
        warning = discloses(turnout_of(self.matter).present)
        words = [told % {"code": _grouped(second)}]
        if warning:
            words.append(gettext(warning).format(voters=turnout_of(self.matter).present))
        self.fields["second_secret"].help_text = " ".join(words)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("first", "second"):
            typed, shown = cleaned.get(f"{name}_secret"), cleaned.get(f"{name}_secret_shown")
            if typed and tidied(typed) != shown:
                self.add_error(f"{name}_secret", _("与上面显示的开箱码不一致，请照着抄写。"))
        return cleaned

    def inputs(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("first_secret", "second_secret")}


class Close(NoteForm):
    """Shut the box."""

    service = staticmethod(services.close_ballot)
    grave = True

    def arrange(self) -> None:
        turnout = turnout_of(self.matter)
        told = gettext("到会%(present)s人，已投票或领票%(given)s人。截止以后不能再投。")
        self.fields["reason"].help_text = told % {"present": turnout.present, "given": turnout.handed_out}


class Enter(ServiceForm):
    """What a teller reads off the paper ballots, a line each."""

    service = staticmethod(services.enter_paper_ballots)
    papers = lines(_("纸质票"), 20_000, required=False, rows=12)

    def arrange(self) -> None:
        told = gettext("发出%(count)s张。每行一张。%(example)s 无法辨认的写“废”，空白的写“空”。两名监票人各录一遍。")
        words = {"count": on_paper(self.matter), "example": example(rule_of(self.matter), gettext)}
        self.fields["papers"].help_text = told % words

    def clean_papers(self) -> list[tuple[str, ...]]:
        try:
            return read_lines(rule_of(self.matter), self.cleaned_data["papers"])
        except LinesError as error:
            raise forms.ValidationError(
                _("第%(n)s行看不懂：%(line)s") % {"n": error.number, "line": error.line}
            ) from None


class Count(ServiceForm):
    """Open the box with both codes."""

    service = staticmethod(services.count_ballot)
    grave = True
    first_secret = code_field(_("监票人甲的开箱码"))
    second_secret = code_field(_("监票人乙的开箱码"))


class Publish(NoteForm):
    """Publish the result."""

    service = staticmethod(services.publish_ballot)


class VoteAgain(NoteForm):
    """Set up the second ballot."""

    service = staticmethod(services.draft_second_ballot)


class Cancel(ReasonForm):
    """Call the ballot off."""

    service = staticmethod(services.cancel_ballot)
    grave = True


FORMS: dict[str, type[MoveForm]] = {
    "freeze": Freeze,
    "open": Open,
    "close": Close,
    "enter": Enter,
    "count": Count,
    "publish": Publish,
    "vote_again": VoteAgain,
    "cancel": Cancel,
}


def _grouped(code: str) -> str:
    return f"{code[:5]} {code[5:]}"
