"""What a citizen fills in to follow an opinion and to act on it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.base.plain_text import PlainTextField
from guantong.base.satisfaction import BEST_FIRST, Satisfaction
from guantong.opinions.receipts import tidy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise

TOO_LONG = _("有%(show_value)s字，最多可写%(limit_value)s字，请删减。")
WORDS_LIMIT = 500


def _code_box() -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"})


def _words(label: Words, *, required: bool, help_text: Words = "", missing: Words = "") -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=help_text,
        max_length=WORDS_LIMIT,
        required=required,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG, **({"required": missing} if missing else {})},
    )


class FollowForm(forms.Form):
    """Receipt number and secret, as somebody copies them from a slip."""

    number = PlainTextField(
        label=_("回执号"),
        help_text=_("10位，在回执上。横线和空格可写可不写。"),
        max_length=60,
        widget=_code_box(),
        error_messages={"required": _("请填写回执号。")},
    )
    secret = PlainTextField(
        label=_("查询密码"),
        help_text=_("8位，印在回执号下面。"),
        max_length=60,
        widget=_code_box(),
        error_messages={"required": _("请填写查询密码。")},
    )

    def clean_number(self) -> str:
        return _as_printed(self.cleaned_data["number"])

    def clean_secret(self) -> str:
        return _as_printed(self.cleaned_data["secret"])


def _as_printed(typed: str) -> str:
    """Full-width letters and digits of a Chinese keyboard count as the printed ones."""
    return tidy(unicodedata.normalize("NFKC", typed))


def _grade(label: Words, missing: Words) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=BEST_FIRST,
        coerce=lambda value: Satisfaction(int(value)),
        widget=forms.RadioSelect,
        error_messages={"required": missing, "invalid_choice": missing},
    )


class ConfirmForm(forms.Form):
    """How the handling went and what came of it, asked apart."""

    rated_process = _grade(_("办理过程怎么样（态度、快慢、有没有回音）"), _("请评价办理过程。"))
    rated_result = _grade(_("办理结果怎么样（问题解决得如何）"), _("请评价办理结果。"))
    reason = _words(_("还想说的话"), required=False)


class ReopenForm(forms.Form):
    """Why it should be handled again."""

    reason = _words(
        _("哪里还没有解决"),
        required=True,
        help_text=_("写清楚了，承办单位才知道要补做什么。"),
        missing=_("请写明哪里还没有解决。"),
    )


class WithdrawForm(forms.Form):
    """Why it is taken back, if the person wants to say."""

    reason = _words(_("为什么撤回"), required=False)


class EraseForm(forms.Form):
    """Nothing to fill in: sending it is the wish."""
