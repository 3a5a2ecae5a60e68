"""Figures of supervision."""

from guantong.figures.definitions import Definition
from guantong.kernel.indicator import Indicator, Measure
from guantong.supervision.models import DeliberationOpinion, Problem, SupervisionTopic

TOPICS = Definition(
    Indicator(
        "supervision_topics_planned", "监督选题", "项", "统计期内列入年度监督计划的选题，按列入日期计。", units=("个",)
    ),
    lambda: SupervisionTopic.objects.filter(planned_at__isnull=False),
    moment="planned_at",
)
OPINIONS = Definition(
    Indicator(
        "deliberation_opinions_issued",
        "审议意见书份数",
        "份",
        "统计期内交办的审议意见书，按交办日期计。",
        units=("件", "篇"),
    ),
    lambda: DeliberationOpinion.objects.filter(handed_over_at__isnull=False),
    moment="handed_over_at",
)
LISTS = Definition(
    Indicator(
        "problem_lists_issued",
        "问题清单份数",
        "份",
        "统计期内随审议意见书交办的问题清单，按交办日期计。",
        units=("个", "张"),
    ),
    lambda: DeliberationOpinion.objects.filter(listed_at__isnull=False),
    moment="listed_at",
)
PROBLEMS = Definition(
    Indicator(
        "problem_items_listed", "问题清单中的问题", "个", "统计期内交办的问题，按交办日期计。", units=("项", "条")
    ),
    lambda: Problem.objects.filter(assigned_at__isnull=False),
    moment="assigned_at",
)
SOLVED = Definition(
    Indicator(
        "problem_items_rectified", "问题整改销号", "个", "统计期内经复查销号的问题，按销号日期计。", units=("项", "条")
    ),
    lambda: Problem.objects.filter(accepted_at__isnull=False),
    moment="accepted_at",
)
SOLVED_OF_LISTED = Definition(
    Indicator(
        "problem_items_listed_and_rectified", "交办的问题中已销号", "个",
        "统计期内交办、到现在已经复查销号的问题，按交办日期计。", units=("项", "条"),
    ),
    lambda: Problem.objects.filter(assigned_at__isnull=False, accepted_at__isnull=False),
    moment="assigned_at",
)  # fmt: skip
RATE = Definition(
    Indicator(
        "problem_rectification_rate", "问题整改率", "%", "统计期内交办的问题中，已经复查销号的占比。",
        measure=Measure.RATE, parts=(SOLVED_OF_LISTED.code, PROBLEMS.code),
    )
)  # fmt: skip

FIGURES = (TOPICS, OPINIONS, LISTS, PROBLEMS, SOLVED, SOLVED_OF_LISTED, RATE)
