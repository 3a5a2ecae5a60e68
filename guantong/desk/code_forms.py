"""Forms of printed codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.now import today
from guantong.base.plain_text import PlainTextField
from guantong.base.refusals import BadInput
from guantong.opinions.selectors import Owner, owner_choices, owner_of


class MakeCodeForm(forms.Form):
    """Whose code, and until when."""

    owner = forms.CharField(
        label=_("给谁用"), widget=forms.Select, error_messages={"required": _("请选择联络站、摊位、代表或企业。")}
    )
    expires_on = forms.DateField(
        label=_("有效期至"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("留空表示长期有效。"),
        error_messages={"invalid": _("请按“2026-12-31”的样子填写日期。")},
    )

    def __init__(self, *args: Any, region_code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.region_code = region_code
        self.chosen: Owner
        choices = [("", gettext("请选择")), *owner_choices(region_code)]
        self.fields["owner"].widget = forms.Select(choices=choices)

    def clean_owner(self) -> str:
        chosen: str = self.cleaned_data["owner"]
        found = owner_of(chosen, self.region_code)
        if found is None:
            raise forms.ValidationError(gettext("请从列表中选择。"))
        self.chosen = found
        return chosen

    def clean_expires_on(self) -> Any:
        day = self.cleaned_data["expires_on"]
        if day and day < today():
            raise forms.ValidationError(gettext("有效期不能早于今天。"))
        return day

    def refuse(self, refusal: BadInput) -> None:
        """Show what the service found wrong."""
        for name, sentence in refusal.fields.items():
            self.add_error(name if name in self.fields else None, sentence)


class WithdrawCodeForm(forms.Form):
    """Why a code stops."""

    reason = PlainTextField(
        label=_("停用原因"),
        max_length=200,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("例如：贴纸丢失，已换新码。停用后扫码的人会看到提示。"),
        error_messages={"required": _("请填写停用原因。")},
    )


class ReprintForm(forms.Form):
    """Why a slip is printed once more."""

    reason = PlainTextField(
        label=_("重印原因"),
        max_length=200,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("例如：反映人的回执丢失，本人来站领取。原因和您的姓名会记入台账，反映人也看得到。"),
        error_messages={"required": _("请填写重印原因。")},
    )
