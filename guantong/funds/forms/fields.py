"""Fields of money and of grades."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.deputies.forms.fields import CHOOSE, number
from guantong.funds.models import Grade
from guantong.funds.services.fund import MOST


def money(label: Any) -> forms.IntegerField:
    """A sum in whole yuan."""
    return number(label, 1, MOST - 1, help_text=_("以元为单位，填整数。"))


def grade(label: Any) -> forms.ChoiceField:
    """One of the three grades, the best first."""
    return forms.ChoiceField(
        label=label,
        choices=list(reversed(Grade.choices)),
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择%(what)s。") % {"what": label}, **CHOOSE},
    )
