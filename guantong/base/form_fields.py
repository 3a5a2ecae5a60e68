"""Fields that the forms of all domains share: each says in plain words what is missing or wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from guantong.base.plain_text import PlainTextField
from guantong.base.refusals import BadInput
from guantong.base.satisfaction import BEST_FIRST, Satisfaction

CHOOSE = {"invalid_choice": _("请从列表中选择。"), "invalid_pk_value": _("请从列表中选择。")}
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def moment(label: Any, *, required: bool = True) -> forms.DateTimeField:
    """A day and a time in China."""
    return forms.DateTimeField(
        label=label,
        required=required,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        validators=[
            MinValueValidator(EARLIEST, _("年份太早，请核对。")),
            MaxValueValidator(LATEST, _("年份太晚，请核对。")),
        ],
        error_messages={"required": _("请填写时间。"), "invalid": _("请按“2026-11-24 09:30”的样子填写时间。")},
    )


def day(label: Any) -> forms.DateField:
    """A day."""
    return forms.DateField(
        label=label,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        validators=[
            MinValueValidator(EARLIEST.date(), _("年份太早，请核对。")),
            MaxValueValidator(LATEST.date(), _("年份太晚，请核对。")),
        ],
        error_messages={"required": _("请填写日期。"), "invalid": _("请按“2026-11-24”的样子填写日期。")},
    )


def line(label: Any, most: int, *, required: bool = True, help_text: Any = "") -> PlainTextField:
    """One line of text."""
    return PlainTextField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        error_messages={"required": _("请填写%(what)s。") % {"what": label}},
    )


def lines(label: Any, most: int, *, required: bool = True, rows: int = 4, help_text: Any = "") -> PlainTextField:
    """Several lines of text."""
    field = line(label, most, required=required, help_text=help_text)
    field.widget = forms.Textarea({"rows": rows})
    field.widget.is_required = required
    return field


def number(label: Any, least: int, most: int, *, required: bool = True, help_text: Any = "") -> forms.IntegerField:
    """A whole number within bounds."""
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        required=required,
        help_text=help_text,
        error_messages={"required": _("请填写%(what)s。") % {"what": label}, "invalid": _("请填写整数。")},
    )


def one_of(label: Any, choices: Any, *, required: bool = True, help_text: Any = "") -> forms.ChoiceField:
    """One of a few choices, all in sight."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=required,
        help_text=help_text,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择%(what)s。") % {"what": label}, **CHOOSE},
    )


def grade(label: Any) -> forms.ChoiceField:
    """One of the grades of satisfaction, the best first."""
    field = one_of(label, BEST_FIRST)
    return forms.TypedChoiceField(
        label=label,
        choices=BEST_FIRST,
        coerce=lambda value: Satisfaction(int(value)),
        widget=field.widget,
        error_messages=field.error_messages,
    )


def refuse(form: forms.Form, refusal: BadInput) -> None:
    """Show what a service found wrong, each sentence beside its field."""
    for name, sentence in refusal.fields.items():
        form.add_error(name if name in form.fields else None, sentence)
