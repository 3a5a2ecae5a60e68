"""审议意见书, 问题清单 and 执法检查报告 from plain inputs."""

from collections.abc import Callable
from datetime import date
from typing import Any

from guantong.documents.content import Frame
from guantong.documents.kinds.inspection_report import Chapter, InspectionReport, inspection_report
from guantong.documents.kinds.opinion_paper import OpinionPaper, opinion_paper
from guantong.documents.kinds.problem_list import Problem, ProblemList, problem_list

PROBLEMS = (
    Problem(text="管网漏损", unit="县水利局", measures="更换管道", due=date(2026, 9, 30), state="整改中"),
    Problem(text="水费收缴难", unit="县财政局", due="长期坚持"),
)
ROWS = [
    ["序号", "问题", "责任单位", "整改措施", "完成时限", "状态"],
    ["1", "管网漏损", "县水利局", "更换管道", "2026年9月30日", "整改中"],
    ["2", "水费收缴难", "县财政局", "", "长期坚持", ""],
]


def cells(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def said(document: Any) -> list[str]:
    return [p.text for p in document.paragraphs if p.text]


def lies(document: Any) -> list[bool]:
    return [section.page_width > section.page_height for section in document.sections]


def test_an_opinion_paper_has_its_meeting_and_its_list_attached(opened: Callable[[bytes], Any], frame: Frame) -> None:
    document = opened(
        opinion_paper(
            OpinionPaper(
                frame=frame,
                title="关于饮水安全工作的审议意见",
                meeting="2026年5月28日县人大常委会第三十次会议通过",
                text="提出如下意见：\n一、压实责任\n抓好落实。",
                problems=PROBLEMS,
            )
        )
    )
    lines = said(document)
    at = lines.index("关于饮水安全工作的审议意见")
    assert lines[at + 1 : at + 6] == [
        "（2026年5月28日县人大常委会第三十次会议通过）",
        "各乡镇人大、县直各单位：",
        "提出如下意见：",
        "一、压实责任",
        "抓好落实。",
    ]
    assert "附件：问题清单" in lines
    assert cells(document) == ROWS
    assert lies(document) == [False, True, False]


def test_without_problems_nothing_is_attached(opened: Callable[[bytes], Any], frame: Frame) -> None:
    document = opened(opinion_paper(OpinionPaper(frame=frame, title="审议意见", text="加强管理。")))
    assert not document.tables
    assert not [line for line in said(document) if line.startswith("附件")]


def test_a_report_counts_its_chapters(opened: Callable[[bytes], Any], frame: Frame) -> None:
    report = InspectionReport(
        frame=frame,
        title="执法检查报告",
        occasion="——2026年5月28日在县人大常委会会议上",
        speaker="韦小兰",
        lead="主任、各位委员：",
        chapters=(Chapter(heading="总体情况", text="良好。"), Chapter(heading="存在问题", text="漏损。\n收缴难。")),
        problems=PROBLEMS,
    )
    document = opened(inspection_report(report))
    lines = said(document)
    at = lines.index("执法检查报告")
    assert lines[at + 1 : at + 3] == ["——2026年5月28日在县人大常委会会议上", "韦小兰"]
    assert [line for line in lines if line[1:2] == "、"] == ["一、总体情况", "二、存在问题"]
    assert lines.index("漏损。") + 1 == lines.index("收缴难。")
    assert cells(document) == ROWS


def test_a_list_of_its_own_lies_or_stands(opened: Callable[[bytes], Any]) -> None:
    for lying in (True, False):
        shown = ProblemList(title="问题清单", problems=PROBLEMS, day=date(2026, 6, 4), lead="据报告整理。", lying=lying)
        document = opened(problem_list(shown))
        assert lies(document) == [lying]
        assert said(document)[:2] == ["问题清单", "据报告整理。"]
        assert cells(document) == ROWS
