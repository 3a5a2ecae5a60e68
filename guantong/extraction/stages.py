"""The stages of a reading in their order, each with what it reads and what it writes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from guantong.extraction import candidates, counties, kinds, layout, lookalikes, normalise, numerals, objects
from guantong.extraction.candidates import Candidate
from guantong.extraction.figure import Figure, Rejection
from guantong.extraction.indicators import classify
from guantong.extraction.reading import Reading


@dataclass(frozen=True, slots=True)
class Stage:
    """One pure step: it takes a reading and returns it with the fields of `writes` filled from those of `reads`."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Callable[[Reading], Reading]


def read_text(reading: Reading) -> Reading:
    """Run every stage over a reading that holds only the text and the known counties."""
    for stage in STAGES:
        reading = stage.run(reading)
    return reading


def _normalise(reading: Reading) -> Reading:
    return replace(reading, plain=normalise.normalise(reading.text))


def _lay_out(reading: Reading) -> Reading:
    return replace(reading, layout=layout.read(reading.plain))


def _scan(reading: Reading) -> Reading:
    return replace(reading, numerals=tuple(numerals.scan(reading.plain)))


def _assemble(reading: Reading) -> Reading:
    return replace(reading, candidates=tuple(candidates.assemble(reading.plain, reading.numerals)))


def _judge(reading: Reading) -> Reading:
    fixed = lookalikes.phrases(reading.plain)
    accepted: list[Candidate] = []
    refused: list[Rejection] = []
    for candidate in reading.candidates:
        rule = lookalikes.verdict(reading.plain, candidate, reading.layout, fixed)
        if rule is None:
            accepted.append(candidate)
        else:
            start, end = candidate.start, candidate.end
            refused.append(Rejection(start, end, reading.text[start:end], rule.id, rule.reason))
    return replace(reading, accepted=tuple(accepted), rejections=tuple(refused))


def _resolve_objects(reading: Reading) -> Reading:
    return replace(reading, objects=tuple(objects.resolve(reading.plain, reading.accepted, reading.layout)))


def _tell_kinds(reading: Reading) -> Reading:
    lefts = (reading.plain[reading.layout.clause(c.start)[0] : c.start] for c in reading.accepted)
    return replace(
        reading,
        kinds=tuple(kinds.kind(c.unit, left) for c, left in zip(reading.accepted, lefts, strict=True)),
    )


def _assign_counties(reading: Reading) -> Reading:
    county_of = counties.assign(reading.plain, reading.layout, reading.known_counties)
    return replace(reading, counties=tuple(county_of(c.start) for c in reading.accepted))


def _classify(reading: Reading) -> Reading:
    named = classify.topics(reading.plain)
    edges = [0, *(candidate.end for candidate in reading.accepted)]
    nexts = [*(candidate.start for candidate in reading.accepted[1:]), len(reading.plain)]
    codes: list[str | None] = []
    for candidate, span, after, before in zip(reading.accepted, reading.objects, edges, nexts, strict=False):
        start, end = reading.layout.clause(candidate.start)
        near = classify.nearness(named, reading.plain, candidate.start, end)
        counted = reading.plain[slice(*span)] if span else ""
        beside = reading.plain[max(start, after) : min(end, before)]
        codes.append(classify.classify(candidate.unit.name, counted, beside, near))
    return replace(reading, indicators=tuple(codes))


def _compose(reading: Reading) -> Reading:
    parts = zip(reading.accepted, reading.objects, reading.kinds, reading.counties, reading.indicators, strict=True)
    return replace(
        reading,
        figures=tuple(
            Figure(
                start=candidate.start,
                end=candidate.end,
                text=reading.text[candidate.start : candidate.end],
                value=_number(candidate.value),
                unit=candidate.unit.name,
                approx=candidate.approx,
                object=reading.text[slice(*span)] if span else None,
                indicator=code,
                county=county,
                kind=kind,
                value_max=None if candidate.value_max is None else _number(candidate.value_max),
            )
            for candidate, span, kind, county, code in parts
        ),
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


STAGES = (
    Stage("normalise", ("text",), ("plain",), _normalise),
    Stage("lay out", ("plain",), ("layout",), _lay_out),
    Stage("scan numerals", ("plain",), ("numerals",), _scan),
    Stage("attach units and approximators", ("plain", "numerals"), ("candidates",), _assemble),
    Stage("refuse look-alikes", ("text", "plain", "layout", "candidates"), ("accepted", "rejections"), _judge),
    Stage("resolve objects", ("plain", "layout", "accepted"), ("objects",), _resolve_objects),
    Stage("tell kinds", ("plain", "layout", "accepted"), ("kinds",), _tell_kinds),
    Stage("assign counties", ("plain", "layout", "accepted", "known_counties"), ("counties",), _assign_counties),
    Stage("classify indicators", ("plain", "layout", "accepted", "objects"), ("indicators",), _classify),
    Stage("compose", ("text", "accepted", "objects", "kinds", "counties", "indicators"), ("figures",), _compose),
)
"""In order; a stage reads only what an earlier one wrote, and no two write the same field."""
