"""Fields of money."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import number
from guantong.funds.services.fund import MOST


def money(label: Any) -> forms.IntegerField:
    """A sum in whole yuan."""
    return number(label, 1, MOST - 1, help_text=_("以元为单位，填整数。"))
