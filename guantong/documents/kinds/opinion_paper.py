"""审议意见书: what the standing committee asks of a government after it heard a report (监督法)."""

from __future__ import annotations

from dataclasses import dataclass

from guantong.documents.content import Frame
from guantong.documents.kinds.official import official
from guantong.documents.kinds.problem_list import Problem, problems_attached
from guantong.documents.typed import paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionPaper:
    """`meeting` stands in brackets under the title; `text` is typed: a line a paragraph, 一、（一） begin headings."""

    frame: Frame
    title: str
    text: str
    meeting: str = ""
    problems: tuple[Problem, ...] = ()
    list_name: str = "问题清单"


def opinion_paper(content: OpinionPaper) -> bytes:
    """The paper as .docx, its problem list attached."""
    under = (f"（{content.meeting.strip('（）')}）",) if content.meeting else ()
    attached = problems_attached(content.list_name, content.problems)
    return official(content.frame, content.title, paragraphs(content.text), under=under, annexes=attached)
