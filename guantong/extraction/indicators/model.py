"""The indicator codes and their cues, read once from indicators.toml."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One stable code: its name, the units seen for it, and the cues that tell it from the others."""

    code: str
    name: str
    kind: str
    units: tuple[str, ...]
    object: Pattern | None
    clause: Pattern | None
    topic: str | None
    rivals: tuple[str, ...]
    excluded: Pattern | None


@dataclass(frozen=True)
class Knowledge:
    """All indicators, by unit, and the patterns of the topics."""

    indicators: tuple[Indicator, ...]
    by_unit: dict[str, tuple[Indicator, ...]]
    topics: dict[str, Pattern]


@cache
def knowledge() -> Knowledge:
    """The indicator file of this package, compiled."""
    data = loads(files(__package__).joinpath("indicators.toml").read_text(encoding="utf-8"))
    indicators = tuple(
        Indicator(
            code=entry["code"],
            name=entry["name"],
            kind=entry["kind"],
            units=tuple(entry["units"]),
            object=_compiled(entry.get("object")),
            clause=_compiled(entry.get("clause")),
            topic=entry.get("topic"),
            rivals=tuple(entry.get("rivals", ())),
            excluded=_compiled(entry.get("not")),
        )
        for entry in data["indicator"]
    )
    units = {unit for indicator in indicators for unit in indicator.units}
    by_unit = {unit: tuple(i for i in indicators if unit in i.units) for unit in units}
    return Knowledge(indicators, by_unit, {name: re.compile(text) for name, text in data["topics"].items()})


def _compiled(pattern: str | None) -> Pattern | None:
    return re.compile(pattern) if pattern else None
