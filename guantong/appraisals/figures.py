"""Figures of reports to voters and of how those present rated them."""

from guantong.appraisals.models import DutyReport
from guantong.appraisals.models.report import SMALLEST
from guantong.figures.definitions import Definition
from guantong.kernel.indicator import Indicator, Measure

BY = {"deputy": "deputy_id", "station": "station_id"}

REPORTS = Definition(
    Indicator(
        "duty_reports_held", "代表向选民述职", "次",
        "统计期内已召开述职报告会的述职，按召开日期计；只安排、没有召开的和取消的不计。", units=("场", "场次", "人次"),
    ),
    lambda: DutyReport.objects.filter(held_at__isnull=False),
    moment="held_at",
    by=BY,
)  # fmt: skip
RATERS = Definition(
    Indicator(
        "duty_report_ratings", "参加述职测评的选民", "人次",
        "统计期内召开的述职报告会收到的测评票数之和，按召开日期计；手机和纸质测评都计。", measure=Measure.SUM,
    ),
    lambda: DutyReport.objects.filter(rated_at__isnull=False, votes__gt=0),
    moment="held_at",
    amount="votes",
    by=BY,
)  # fmt: skip
COUNTED = Definition(
    Indicator(
        "duty_report_ratings_counted", "计入满意率的测评票", "张",
        "统计期内召开的述职报告会的测评票数之和，按召开日期计；不足5张票的述职不分档，不计入。", measure=Measure.SUM,
    ),
    lambda: DutyReport.objects.filter(rated_at__isnull=False, votes__gte=SMALLEST),
    moment="held_at",
    amount="votes",
    by=BY,
)  # fmt: skip
CONTENT = Definition(
    Indicator(
        "duty_report_ratings_content", "满意和基本满意的测评票", "张",
        "计入满意率的测评票中，评价为满意或基本满意的票数，按召开日期计。", measure=Measure.SUM,
    ),
    lambda: DutyReport.objects.filter(rated_at__isnull=False, votes__gte=SMALLEST),
    moment="held_at",
    amount="content",
    by=BY,
)  # fmt: skip
SATISFACTION = Definition(
    Indicator(
        "duty_report_satisfaction_rate", "述职满意率", "%",
        "选民对代表述职评价为满意或基本满意的占比：满意和基本满意的测评票 ÷ 计入满意率的测评票。",
        measure=Measure.RATE, parts=("duty_report_ratings_content", "duty_report_ratings_counted"),
    )
)  # fmt: skip

FIGURES = (REPORTS, RATERS, COUNTED, CONTENT, SATISFACTION)
