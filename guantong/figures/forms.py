"""The forms of the pages of figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guantong.figures.documents import LARGEST_FILE, Unreadable, text_of
from guantong.kernel.periods import Period
from guantong.regions.models import Region

CHOOSE = {"invalid_choice": gettext_lazy("请从列表中选择。"), "required": gettext_lazy("请从列表中选择。")}

LONGEST_TEXT = 100_000
"""Characters that one reading takes; a half-year report of a city has some 3,000."""


class ReadingForm(forms.Form):
    """A report's text, pasted or uploaded, with the region and the period that it tells of."""

    region = forms.ChoiceField(label=gettext_lazy("区划"), error_messages=CHOOSE)
    period = forms.ChoiceField(label=gettext_lazy("统计期"), error_messages=CHOOSE)
    text = forms.CharField(
        label=gettext_lazy("报告文字"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy(
            "粘贴报告全文；县（市、区）名称单独成行作小标题，读得最准。文字只在本次核对中使用，不保存。"
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("或上传文件"),
        required=False,
        help_text=gettext_lazy("Word（.docx）或 UTF-8 文本（.txt），不超过 1 MB。"),
        error_messages={"empty": gettext_lazy("文件是空的。")},
        widget=forms.FileInput(attrs={"accept": ".docx,.txt"}),
    )

    def __init__(self, *args: Any, regions: Sequence[Region], periods: Sequence[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["region"], [(r.code, r.name) for r in regions])
        _choices(self.fields["period"], [(p.code, p.label_zh()) for p in periods])

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if len(text) > LONGEST_TEXT:
            raise forms.ValidationError(_too_long(len(text)))
        return text

    def clean_file(self) -> str:
        """The text of the uploaded file; empty without one."""
        file = self.cleaned_data["file"]
        if file is None:
            return ""
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("文件超过 1 MB，请删去图片，或直接粘贴文字。"))
        try:
            text = text_of(file.name, file.read())
        except Unreadable as error:
            raise forms.ValidationError(error.sentence) from error
        if len(text) > LONGEST_TEXT:
            raise forms.ValidationError(_too_long(len(text)))
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "text" in cleaned and "file" in cleaned:
            text, uploaded = cleaned["text"], cleaned["file"]
            if text.strip() and uploaded:
                self.add_error("file", _("已经粘贴了文字。要核对文件，请先清空上面的文字。"))
            elif not text.strip() and not uploaded.strip():
                self.add_error("text", _("请粘贴报告文字，或上传文件。"))
        return cleaned

    @property
    def whole_text(self) -> str:
        """What is to be read, once the form is valid."""
        text: str = self.cleaned_data["text"]
        uploaded: str = self.cleaned_data["file"]
        return text if text.strip() else uploaded


def _choices(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def _too_long(length: int) -> str:
    return _("文字有%(n)s个字，一次最多核对%(most)s个字，请分段核对。") % {"n": length, "most": LONGEST_TEXT}
