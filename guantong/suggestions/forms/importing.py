"""Uploading a list of past suggestions, and choosing for the names in it that the county does not know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import line
from guantong.base.now import today
from guantong.suggestions.importing.archive import LARGEST_FILE, Unreadable, check_file
from guantong.suggestions.models import PastSheet
from guantong.suggestions.services.past_names import Chosen, Unknown
from guantong.suggestions.services.past_sheets import keep_past_sheet

FIRST_YEAR = 1990


class UploadForm(forms.Form):
    """The file, and what it may leave unsaid: the year, and the session at which its suggestions were put."""

    file = forms.FileField(
        label=_("Excel 文件"),
        help_text=_("只收 .xlsx，不超过 5 MB。标题行、合并单元格、全角数字都能读；可以有多个工作表。"),
        error_messages={"required": _("请选择文件。"), "empty": _("文件是空的。")},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    year = forms.IntegerField(
        label=_("年度"),
        min_value=FIRST_YEAR,
        help_text=_("表的标题、工作表名或“年度”列写明年份的，以表为准。"),
        error_messages={
            "required": _("请填写年度。"),
            "invalid": _("请填写四位数的年份。"),
            "min_value": _("请填写四位数的年份。"),
        },
    )
    session = line(_("会议"), 60, required=False, help_text=_("全部是会议期间提出的，写明是哪次会议；否则不填。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"year": today().year - 1, **self.initial}

    def clean_year(self) -> int:
        year = int(self.cleaned_data["year"])
        if year > today().year:
            raise forms.ValidationError(gettext("年度在今年以后。"))
        return year

    def clean_file(self) -> tuple[str, bytes]:
        """Name and content of a file that can be read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(gettext("文件超过 5 MB，请分成几个文件导入。"))
        content = file.read()
        try:
            check_file(file.name, content)
        except Unreadable as error:
            raise forms.ValidationError(error.sentence) from error
        return file.name, content

    def keep(self, actor: Actor) -> PastSheet:
        """Keep it aside until it is confirmed; refusals pass through."""
        name, content = self.cleaned_data["file"]
        data = self.cleaned_data
        return keep_past_sheet(name=name, content=content, year=data["year"], session=data["session"], actor=actor)


class ChoosingForm(forms.Form):
    """One choice for each unknown name."""

    def __init__(self, *args: Any, unknown: Unknown, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = (
            ("deputies", unknown.deputies, _("代表“%(name)s”是")),
            ("units", unknown.units, _("单位“%(name)s”是")),
            ("subjects", unknown.subjects, _("类别“%(name)s”归入")),
        )
        self.names = {f"{group}-{n}": (group, name) for group, names, _label in groups for n, name in enumerate(names)}
        for group, names, label in groups:
            for n, (name, choices) in enumerate(names.items()):
                self.fields[f"{group}-{n}"] = forms.ChoiceField(
                    label=label % {"name": name},
                    choices=[("", gettext("请选择")), *choices],
                    error_messages={"required": _("请选择。"), "invalid_choice": _("请从列表中选择。")},
                )

    def chosen(self) -> Chosen:
        """What was chosen, once the form is valid."""
        found: dict[str, dict[str, str]] = {"deputies": {}, "units": {}, "subjects": {}}
        for field, (group, name) in self.names.items():
            found[group][name] = self.cleaned_data[field]
        return Chosen(**found)
