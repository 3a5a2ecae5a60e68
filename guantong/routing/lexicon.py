"""The duty files of `data/`, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from guantong.routing.department import Department, Duty


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
    """The words of `faint.toml`, which say how or where but not what."""
    return frozenset(word for words in _read(_data().joinpath("faint.toml")).values() for word in words.split())


def _data() -> Traversable:
    return files(__package__).joinpath("data")


def _read(entry: Traversable) -> dict[str, Any]:
    return tomllib.loads(entry.read_text(encoding="utf-8"))


def _department(row: dict[str, Any]) -> Department:
    duties = tuple(_duty(row["code"], duty) for duty in row["duty"])
    return Department(row["code"], row["name"], row["source"], float(row["prior"]), duties)


def _duty(code: str, row: dict[str, Any]) -> Duty:
    beside = tuple(row.get("beside", {}).items())
    return Duty(code, row["name"], float(row["weight"]), tuple(row["terms"].split()), beside)
