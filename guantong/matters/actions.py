"""What a person fills in to make a move: one form per transition, registered by the domain that declares it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput
from guantong.kernel.procedure import Transition
from guantong.matters.likely_bodies import LikelyBody
from guantong.matters.models import Matter


class MoveForm(forms.Form):
    """The inputs of one transition, and the service that they go to.

    `version` is the matter's version when the page was made: the second of two people acting on it is told
    who did what first. A subclass adds fields and says in `act` which service makes the move.
    """

    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    likely: Sequence[LikelyBody] = ()
    """For a move that hands the matter to a body: whom it most likely concerns, with the reasons."""

    grave = False
    """Whether the move cannot simply be taken back; its button looks the part."""

    def __init__(self, *args: Any, matter: Matter, actor: Actor, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})["version"] = matter.version
        super().__init__(*args, **kwargs)
        self.matter: Any = matter
        self.actor = actor
        self.arrange()

    def arrange(self) -> None:
        """Fill in the choices that depend on the matter and the actor."""

    def choices(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Set what a field of one of several offers."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(choices)

    def act(self) -> Matter:
        """Call the service with the cleaned inputs; refusals pass through."""
        raise NotImplementedError

    @property
    def seen_version(self) -> int:
        """The version that the person had before them."""
        return int(self.cleaned_data["version"])

    def refuse(self, refusal: BadInput) -> None:
        """Show what the service found wrong, each sentence beside its field."""
        for name, sentence in refusal.fields.items():
            self.add_error(name if name in self.fields else None, sentence)


Detail = Callable[[Any, Actor], Mapping[str, Any]]
"""What a kind's own part of the page shows of a matter to an actor, beyond the matter itself."""


@dataclass(frozen=True)
class Desk:
    """How a kind of matter appears at the desk.

    `forms`: transition code → form. `loads`: relations that the page shows, read with the matter in one
    query. `detail`: more context for the kind's detail template.
    """

    forms: Mapping[str, type[MoveForm]]
    loads: tuple[str, ...] = ()
    detail: Detail | None = None


_desks: dict[str, Desk] = {}
_NONE = Desk({})


def register(kind: str, desk: Desk) -> None:
    """Make known how a domain's kind appears at the desk."""
    _desks[kind] = desk


def desk_of(kind: str) -> Desk:
    """How a kind appears at the desk; a kind that says nothing can only be read."""
    return _desks.get(kind, _NONE)


def offered(kind: str, moves: Sequence[Transition]) -> list[Transition]:
    """Of the moves that somebody may make, those that can be made on the page of the matter."""
    return [move for move in moves if move.code in desk_of(kind).forms]
