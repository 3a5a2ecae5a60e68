"""Moments that people type."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from guantong.base.now import now
from guantong.base.refusals import BadInput


def not_to_come(field: str, moment: datetime) -> None:
    """Raises BadInput, beside the field, for a moment that is still to come."""
    if moment > now():
        raise BadInput({field: _("时间不能晚于现在。")})
