"""Figures of the fund, in yuan and in projects."""

from guantong.base.satisfaction import Satisfaction
from guantong.figures.definitions import Definition
from guantong.funds.models import Fund, FundProject, Payment
from guantong.kernel.indicator import Indicator, Measure

FUNDS = Definition(
    Indicator(
        "suggestion_special_fund_amount", "代表建议专项资金", "元",
        "统计期内设立的代表建议专项资金总额，按设立日期计；调整后按调整后的总额。", measure=Measure.SUM,
    ),
    lambda: Fund.objects.all(),
    moment="opened_at",
    amount="amount",
)  # fmt: skip
APPROVED = Definition(
    Indicator(
        "suggestion_fund_approved", "专项资金批准金额", "元",
        "统计期内批准的专项资金项目金额之和，按批准日期计。", measure=Measure.SUM,
    ),
    lambda: FundProject.objects.filter(approved_at__isnull=False),
    moment="approved_at",
    amount="approved",
)  # fmt: skip
PAID = Definition(
    Indicator(
        "suggestion_fund_paid", "专项资金拨付金额", "元",
        "统计期内拨付的专项资金之和，按拨付日期计。", measure=Measure.SUM,
    ),
    lambda: Payment.objects.all(),
    moment="paid_at",
    place="project__place_id",
    amount="amount",
    matter="project_id",
)  # fmt: skip
ACCEPTED = Definition(
    Indicator(
        "suggestion_fund_projects_accepted", "专项资金项目验收", "个",
        "统计期内验收通过的专项资金项目，按验收日期计；验收时有代表到场。", units=("件", "项"),
    ),
    lambda: FundProject.objects.filter(accepted_at__isnull=False),
    moment="accepted_at",
)  # fmt: skip
RATED = Definition(
    Indicator(
        "suggestion_fund_projects_rated", "专项资金项目代表评价", "个",
        "统计期内由到场代表评价的专项资金项目，按评价日期计。", units=("件", "项"),
    ),
    lambda: FundProject.objects.filter(rated_at__isnull=False),
    moment="rated_at",
)  # fmt: skip
SATISFIED = Definition(
    Indicator(
        "suggestion_fund_projects_satisfied", "专项资金项目评价满意", "个",
        "统计期内评价为满意或基本满意的专项资金项目，按评价日期计。", units=("件", "项"),
    ),
    lambda: FundProject.objects.filter(rated__gte=Satisfaction.FAIR),
    moment="rated_at",
)  # fmt: skip
SATISFACTION = Definition(
    Indicator(
        "suggestion_fund_satisfaction_rate", "专项资金项目满意率", "%",
        "统计期内经代表评价的专项资金项目中，评价为满意或基本满意的占比。",
        measure=Measure.RATE, parts=(SATISFIED.code, RATED.code),
    )
)  # fmt: skip

FIGURES = (FUNDS, APPROVED, PAID, ACCEPTED, RATED, SATISFIED, SATISFACTION)
