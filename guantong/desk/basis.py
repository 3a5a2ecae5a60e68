"""What a rule rests on, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guantong.kernel.procedure import Basis

MARKS: dict[str, Promise] = {"S": _("法律法规"), "L": _("地方规定"), "M": _("通行做法，待确认")}
"""The provenance marks: S read in the law named, L read in a local rule, M a default to confirm."""


def sourced(basis: Basis | None) -> str:
    """The text of a basis with its mark in words; empty without one."""
    return f"{basis.text}（{basis.mark} {MARKS[basis.mark]}）" if basis else ""
