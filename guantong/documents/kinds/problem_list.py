"""问题清单: the problems that a body found, each with who mends it, how and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guantong.documents.content import Annex, Column, Fingerprint, Para, Table
from guantong.documents.paper import Paper
from guantong.documents.typed import paragraphs
from guantong.documents.wording import written_day

HEADS = ("序号", "问题", "责任单位", "整改措施", "完成时限", "状态")
CENTRED = (True, False, True, False, True, True)
UPRIGHT = (14.0, 42.0, 24.0, 36.0, 22.0, 18.0)
LYING = (14.0, 64.0, 34.0, 58.0, 36.0, 19.0)
"""Widths in millimetres: they sum to the type area of an upright and of a lying page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One row; `due` is a day, or words where no day is set."""

    text: str
    unit: str
    measures: str = ""
    due: date | str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemList:
    """The list as a document of its own; `lead` is what stands over the table, `lying` asks for landscape pages."""

    title: str
    problems: tuple[Problem, ...]
    day: date
    issuer: str = ""
    lead: str = ""
    lying: bool = True
    fingerprint: Fingerprint | None = None


def problem_table(problems: tuple[Problem, ...], *, lying: bool = True) -> Table:
    """The table of problems, numbered from 1."""
    widths = LYING if lying else UPRIGHT
    columns = tuple(Column(*parts) for parts in zip(HEADS, widths, CENTRED, strict=True))
    return Table(columns, tuple(_row(count, problem) for count, problem in enumerate(problems, 1)))


def problems_attached(name: str, problems: tuple[Problem, ...], *, lying: bool = True) -> tuple[Annex, ...]:
    """The list as the one 附件 of another document; nothing without problems."""
    return (Annex(name, (problem_table(problems, lying=lying),)),) if problems else ()


def problem_list(content: ProblemList) -> bytes:
    """The list as .docx, without head and signature."""
    paper = Paper(lying=content.lying)
    paper.title(content.title)
    table = problem_table(content.problems, lying=content.lying)
    lead: tuple[Para, ...] = paragraphs(content.lead)
    paper.blocks((*lead, table))
    if content.fingerprint:
        paper.made_from(content.fingerprint)
    return paper.bytes(author=content.issuer, day=content.day, fingerprint=content.fingerprint)


def _row(count: int, problem: Problem) -> tuple[str, ...]:
    due = written_day(problem.due) if isinstance(problem.due, date) else problem.due
    return (str(count), problem.text, problem.unit, problem.measures, due, problem.state)
