"""The names of a list of past suggestions held against the county's deputies, units and subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.deputies.models import Deputy
from guantong.deputies.roster import register_deputy
from guantong.regions.models import Organisation, Region
from guantong.suggestions.handlers import HANDLING_KINDS
from guantong.suggestions.importing.likely import Known, bare_unit, known_names, subject_of
from guantong.suggestions.importing.past import PastSuggestion
from guantong.suggestions.models import Subject

FORMER = "former"
"""Chosen for a name that belongs to a deputy of an earlier congress whom the county has not entered yet."""

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose for each unknown name: a key, FORMER, or a subject's code."""

    deputies: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    subjects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """Whom and what each name of a list means."""

    deputies: dict[str, Deputy]
    units: dict[str, Organisation]
    subjects: dict[str, Subject]


@dataclass(frozen=True, slots=True)
class Unknown:
    """For each name that the county does not know, what it may mean, the likeliest first."""

    deputies: Mapping[str, Choices]
    units: Mapping[str, Choices]
    subjects: Mapping[str, Choices]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.deputies) + len(self.units) + len(self.subjects)


class Register:
    """The county's deputies, past ones too, and the bodies that could handle, read once."""

    def __init__(self, region: Region) -> None:
        self.region = region
        self.places = (region.name, region.short_name)
        self.deputies = Deputy.objects.filter(region=region).select_related("place", "station").in_bulk()
        self.units = Organisation.objects.filter(region=region, kind__in=HANDLING_KINDS).in_bulk()
        self.deputy_names = known_names((deputy.name, key) for key, deputy in self.deputies.items())
        self.unit_names = known_names((self.bare(unit.name), key) for key, unit in self.units.items())

    def bare(self, name: str) -> str:
        """A unit's name without the county's."""
        return bare_unit(name, self.places)

    def unknown(self, rows: Iterable[PastSuggestion]) -> Unknown:
        """The names of these rows that must be chosen for."""
        deputies, units, subjects = _named(rows)
        return Unknown(
            {name: self._like_deputy(name) for name in deputies if self.deputy_names.key_of(name) is None},
            {name: self._like_unit(name) for name in units if self.unit_names.key_of(self.bare(name)) is None},
            {word: [(s.value, str(s.label)) for s in Subject] for word in subjects if subject_of(word) is None},
        )

    def names(self, rows: Iterable[PastSuggestion], chosen: Chosen) -> Names:
        """Whom the names of these rows mean; FORMER ones are left out. Raises KeyError for one not chosen for."""
        deputies, units, subjects = _named(rows)
        keys = {name: _key(self.deputy_names, name, name, chosen.deputies) for name in deputies}
        return Names(
            {name: self.deputies[int(key)] for name, key in keys.items() if key != FORMER},
            {name: self.units[int(_key(self.unit_names, self.bare(name), name, chosen.units))] for name in units},
            {word: subject_of(word) or Subject(chosen.subjects[word]) for word in subjects},
        )

    def _like_deputy(self, name: str) -> Choices:
        likely = [self.deputies[key] for key in self.deputy_names.likely(name)]
        return [
            *((str(d.pk), _("%(name)s（%(place)s）") % {"name": d.name, "place": d.place.name}) for d in likely),
            (FORMER, _("新登记为往届代表")),
        ]

    def _like_unit(self, name: str) -> Choices:
        likely = self.unit_names.likely(self.bare(name))
        others = [key for key in self.units if key not in likely]
        return [(str(key), self.units[key].name) for key in (*likely, *others)]


def enter_former_deputies(names: Names, rows: Iterable[PastSuggestion], region: Region, actor: Actor) -> None:
    """Enter those whom FORMER was chosen for, each once, as deputies of an earlier congress. Raises NotAllowed."""
    for name in _named(rows)[0]:
        if name not in names.deputies:
            names.deputies[name] = register_deputy(
                name=name, level="county", region=region, place=region, actor=actor, active=False
            )


def _key(known: Known, name: str, typed: str, chosen: Mapping[str, str]) -> str:
    key = known.key_of(name)
    return chosen[typed] if key is None else str(key)


def _named(rows: Iterable[PastSuggestion]) -> tuple[list[str], list[str], list[str]]:
    rows = list(rows)
    deputies = dict.fromkeys(name for row in rows for name in (row.lead, *row.signers))
    units = dict.fromkeys(name for row in rows for name in (row.unit, *row.co_units) if name)
    return list(deputies), list(units), list(dict.fromkeys(row.subject for row in rows))
