"""A form that opens a matter and asks, before it saves, whether the same is there already. It never refuses to save."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from guantong.accounts.actors import Actor
from guantong.matters.duplicates import Likely, likely_duplicates

SEEN = "seen_likely"
"""Name of what a page sends along once it has shown likely duplicates."""


class AsksFirst(forms.Form):
    """`kind` is what the form opens, `told_in` the fields in which people say what it is about."""

    kind: str
    told_in: tuple[str, ...]
    actor: Actor

    @classmethod
    def alike(cls, typed: Mapping[str, Any], actor: Actor) -> list[Likely]:
        """The matters that may be what is being typed, the likeliest first; none while too little is."""
        text = "\n".join(str(typed.get(name, "")) for name in cls.told_in)
        return likely_duplicates(text=text, kind=cls.kind, region=actor.region_code, actor=actor)

    def unasked(self) -> list[Likely]:
        """What has to be shown before the filled-in form is saved: nothing if it was, or if it is a form sent twice."""
        if SEEN in self.data or not self.is_valid():
            return []
        found = self.alike(self.cleaned_data, self.actor)
        return [] if any(self.opened(matter) for matter, _likeness in found) else found

    def opened(self, matter: Any) -> bool:
        """Whether this form, sent before, opened that matter."""
        raise NotImplementedError
