"""Whose number a report's sentence gives: the county it names, or one of that county's townships."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guantong.extraction import Figure, extract
from guantong.regions.models import Level, Region
from guantong.regions.selectors import counties

_AND_OTHERS = re.compile(r"[一-鿿]{0,4}等")


@dataclass(frozen=True, slots=True)
class Subject:
    """The region a number is about, or why it cannot be told."""

    region: Region | None
    why_not: str = ""


class Subjects:
    """Finds the subject of each number of one text that is read for one region."""

    def __init__(self, region: Region) -> None:
        self.region = region
        city = region.parent if region.level == Level.COUNTY and region.parent else region
        self._by_name = _names([city, *counties(city)])
        self._townships: dict[str, dict[str, Region]] = {}
        self._named: set[str] = set()
        names = "|".join(re.escape(name) for name in sorted(self._by_name, key=len, reverse=True))
        self._several = re.compile(
            rf"(?:{names})(?:[和与及、]|以及)(?:{names})(?!等?(?:分别|各))[^。;]*?(?:共|合计|一起)"
        )
        self._whole = re.compile(rf"[全我本]市|{re.escape(city.short_name)}市")

    def read(self, text: str) -> list[Figure]:
        """The numbers of the text.

        Counties that the region's city does not have are looked for as well: what is said of a neighbour
        must not be taken for the region's own.
        """
        own = {name for name, region in self._by_name.items() if region.level == Level.COUNTY}
        others = {figure.county for figure in extract(text) if figure.county}
        return extract(text, counties=sorted(own | others))

    def prepare(self, figures: Iterable[Figure]) -> None:
        """Load the townships of every county that the numbers name, in one query."""
        self._named = {self._by_name[f.county].code for f in figures if f.county in self._by_name}
        parents = self._named | ({self.region.code} if self.region.level == Level.COUNTY else set())
        self._townships = {code: {} for code in parents}
        for township in Region.objects.filter(parent__in=parents, level=Level.TOWNSHIP):
            self._townships[str(township.parent_id)][township.name] = township

    def of(self, figure: Figure, clause: str, sentence: str) -> Subject:
        """Whom the number is about; `clause` and `sentence` are what stands before it in each."""
        if self._several.search(sentence):
            return Subject(None, _("这句说的是几个县（市、区）一共，不能算作其中一个的。"))
        if figure.county is None:
            return self._unnamed(clause, sentence)
        found = self._by_name.get(figure.county)
        if found is None:
            return Subject(None, _("“%(name)s”不在本市区划内。") % {"name": figure.county})
        if not found.code.startswith(self.region.prefix):
            return Subject(None, _("这句说的是%(name)s，不在所选区划内。") % {"name": found.name})
        return Subject(self._township(found, clause) or found)

    def _unnamed(self, clause: str, sentence: str) -> Subject:
        if self.region.level == Level.CITY and self._whole.search(sentence):
            return Subject(self.region)
        if self.region.level != Level.COUNTY:
            return Subject(None, _("看不出说的是哪个县（市、区）。"))
        if self._named - {self.region.code}:
            return Subject(None, _("文中还写到别的县（市、区），看不出这句说的是哪里。"))
        return Subject(self._township(self.region, clause) or self.region)

    def _township(self, county: Region, clause: str) -> Region | None:
        """The one township that the clause names; of several, or of one “and others”, the county itself."""
        known: Mapping[str, Region] = self._townships.get(county.code, {})
        named = [name for name in known if name in clause]
        if len(named) != 1 or _AND_OTHERS.match(clause, clause.index(named[0]) + len(named[0])):
            return None
        return known[named[0]]


def _names(regions: Iterable[Region]) -> dict[str, Region]:
    """Every name in use: the full one, and the short one as county, city or district."""
    names = {}
    for region in regions:
        for ending in ("县", "市", "区"):
            names[region.short_name + ending] = region
        names[region.name] = region
    return names
