"""Values that the interface takes in, each with its bounds."""

from __future__ import annotations

from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import AfterValidator, StringConstraints

from guantong.base.plain_text import plain_text

NUL = "\x00"


def _storable(text: str) -> str:
    if NUL in text:
        raise ValueError(_("文字中有无法保存的字符。"))
    return plain_text(text)


Storable = AfterValidator(_storable)
"""Text without NUL, which PostgreSQL does not keep; other control characters are left out, as in the forms.

Halves of surrogate pairs are refused by pydantic itself.
"""

Token = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,20}$")]
RegionCode = Annotated[str, StringConstraints(pattern=r"^([0-9]{6}|[0-9]{9}|[0-9]{12})$")]
PeriodCode = Annotated[str, StringConstraints(min_length=4, max_length=7)]
FigureCode = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,60}$")]
