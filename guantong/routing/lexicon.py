"""The duty files of `data/`, read once."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from guantong.routing.department import Department, Duty

LOOSE = 0.7
"""What a looser wording (`also`) of a duty weighs beside its `terms`."""


@cache
def departments() -> tuple[Department, ...]:
    """Every department that a matter can go to, in the order of their codes."""
    folder = _data().joinpath("duties")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return tuple(_department(_read(entry)) for entry in entries if entry.name.endswith(".toml"))


@cache
def precedence() -> dict[str, Any]:
    """The word classes and rules of `precedence.toml`; the caller must not change what it gets."""
    return _read(_data().joinpath("precedence.toml"))


@cache
def faint_terms() -> frozenset[str]:
    """The words of `faint.toml`, which say how or where but not what, and the terms made of its means alone."""
    data = _read(_data().joinpath("faint.toml"))
    made_of = data.pop("made_of")
    parts = "|".join(sorted((*made_of["means"].split(), *made_of["filler"].split()), key=len, reverse=True))
    only_means = re.compile(f"(?:{parts})+")
    terms = {term for one in departments() for duty in one.duties for term in duty.terms}
    return frozenset(
        {word for words in data.values() for word in words.split()}
        | {term for term in terms if only_means.fullmatch(term)}
    )


@cache
def silent_words() -> frozenset[str]:
    """The words of `silent.toml`, which name no duty and hide the shorter terms inside them."""
    return frozenset(word for words in _read(_data().joinpath("silent.toml")).values() for word in words.split())


def _data() -> Traversable:
    return files(__package__).joinpath("data")


def _read(entry: Traversable) -> dict[str, Any]:
    return tomllib.loads(entry.read_text(encoding="utf-8"))


def _department(row: dict[str, Any]) -> Department:
    duties = tuple(duty for one in row["duty"] for duty in _duties(row["code"], one))
    return Department(row["code"], row["name"], row["source"], float(row["prior"]), duties)


def _duties(code: str, row: dict[str, Any]) -> Iterator[Duty]:
    weight, beside = float(row["weight"]), tuple(row.get("beside", {}).items())
    yield Duty(code, row["name"], weight, tuple(row["terms"].split()), beside)
    if "also" in row:
        yield Duty(code, row["name"], weight * LOOSE, tuple(row["also"].split()), beside)
