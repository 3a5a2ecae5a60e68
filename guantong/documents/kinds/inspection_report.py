"""执法检查报告: how a law is kept, what is wrong and what is advised (监督法)."""

from __future__ import annotations

from dataclasses import dataclass

from guantong.documents.content import Block, Frame, Heading
from guantong.documents.kinds.official import official
from guantong.documents.kinds.problem_list import Problem, problems_attached
from guantong.documents.typed import paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One part of a report under a heading of the first level, which is counted."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionReport:
    """`occasion` (——在……会议上) and `speaker` stand under the title; `lead` comes before the chapters."""

    frame: Frame
    title: str
    chapters: tuple[Chapter, ...]
    occasion: str = ""
    speaker: str = ""
    lead: str = ""
    problems: tuple[Problem, ...] = ()
    list_name: str = "执法检查发现问题清单"


def inspection_report(content: InspectionReport) -> bytes:
    """The report as .docx, the problems found attached."""
    blocks: list[Block] = list(paragraphs(content.lead))
    for chapter in content.chapters:
        blocks += [Heading(1, chapter.heading), *paragraphs(chapter.text)]
    under = tuple(filter(None, (content.occasion, content.speaker)))
    attached = problems_attached(content.list_name, content.problems)
    return official(content.frame, content.title, tuple(blocks), under=under, annexes=attached)
