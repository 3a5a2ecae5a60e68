"""The kinds of matter, as their domains declare them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, gettext

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.kernel.procedure import Need, Procedure
from guantong.matters.models import Matter

Policy = Callable[[Actor, Any], str | None]
"""Whether this actor may do this to this matter: None for yes, else the sentence that says why not."""

Words = Callable[[Any], str]
"""The text of a matter that search looks through."""

Told = Callable[[Sequence[Entry], Matter, Actor], Sequence[Entry]]
"""Of a matter's entries, those that are told to an actor who may read the matter."""


def every_entry(entries: Sequence[Entry], matter: Matter, actor: Actor) -> Sequence[Entry]:
    """All of them: the usual case."""
    return entries


@dataclass(frozen=True)
class Kind:
    """One kind of matter. `policies` answers for every name that a transition's `who` uses.

    `vouched` are the fields whose text the ledger vouches for: the entry that sets one keeps their digest.
    """

    procedure: Procedure
    model: type[Matter]
    policies: Mapping[str, Policy]
    words: Words
    vouched: tuple[str, ...] = ("title", "place_id")
    series: str = ""
    detail_template: str = ""
    older: Mapping[str, Procedure] = field(default_factory=dict)
    told: Told = every_entry

    def under(self, version: str) -> Procedure:
        """The procedure in the version under which a matter began. Raises KeyError for an unknown one."""
        return self.procedure if version == self.procedure.version else self.older[version]


_kinds: dict[str, Kind] = {}
_spoken: dict[str, dict[str, Kind]] = {}
"""By language: the kinds with the words of their procedures in it. Declarations are in the source language."""


def register(kind: Kind) -> None:
    """Make a kind known. Raises ValueError when a transition names a policy that is not there."""
    missing = {t.who for t in kind.procedure.transitions} - set(kind.policies)
    if missing:
        raise ValueError(f"{kind.procedure.code}: no policy {sorted(missing)}")
    _kinds[kind.procedure.code] = kind
    _spoken.clear()


def _known() -> dict[str, Kind]:
    """The kinds, in the words of the language that is active."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return _kinds
    if language not in _spoken:
        _spoken[language] = {
            code: replace(
                kind,
                procedure=_in_words(kind.procedure),
                older={version: _in_words(older) for version, older in kind.older.items()},
            )
            for code, kind in _kinds.items()
        }
    return _spoken[language]


def _in_words(procedure: Procedure) -> Procedure:
    """The procedure with its labels translated."""
    return replace(
        procedure,
        label=gettext(procedure.label),
        states=tuple(replace(state, label=gettext(state.label)) for state in procedure.states),
        transitions=tuple(
            replace(move, label=gettext(move.label), needs=tuple(map(_need_in_words, move.needs)))
            for move in procedure.transitions
        ),
    )


def _need_in_words(need: Need) -> Need:
    return replace(need, label=gettext(need.label))


def kind_of(matter: Matter) -> Kind:
    """The kind of a matter."""
    return _known()[matter.kind]


def kind_by_code(code: str) -> Kind:
    """The kind with this code. Raises KeyError."""
    return _known()[code]


def kinds() -> list[Kind]:
    """Every kind, in the order in which the domains were loaded."""
    return list(_known().values())


def procedure_of(matter: Matter) -> Procedure:
    """The procedure under whose version the matter began."""
    return kind_of(matter).under(matter.rules_version)
