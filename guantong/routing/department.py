"""A department and its duties, as the duty files declare them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of a department in words, with the terms by which a text names it.

    `weight` says how surely a term means this department: 3 hardly anyone else's, 2 usually its own, 1 one of several.
    `beside` are the departments that some counties give the duty to, each with its share of the weight (0 to 1).
    """

    department: str
    name: str
    weight: float
    terms: tuple[str, ...]
    beside: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Department:
    """A body that matters are handed to; `prior` is what it gets before a word is read (0 to 0.5)."""

    code: str
    name: str
    source: str
    prior: float
    duties: tuple[Duty, ...]
