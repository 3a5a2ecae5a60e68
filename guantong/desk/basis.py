"""What a rule rests on, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.kernel.procedure import Basis

MARKS: dict[str, Promise] = {"S": _("法律法规"), "L": _("地方规定")}
"""The provenance marks in words: S read in the law named, L read in a local rule. M, a default, says so itself."""


def sourced(basis: Basis | None) -> str:
    """The text of a basis with its mark in words; empty without one."""
    if basis is None:
        return ""
    text = gettext(basis.text)
    if basis.mark not in MARKS:
        return text
    return gettext("%(basis)s（%(kind)s）") % {"basis": text, "kind": MARKS[basis.mark]}
