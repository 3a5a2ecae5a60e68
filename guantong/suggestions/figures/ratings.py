"""What the deputies thought of it, and what was handled again."""

from guantong.base.satisfaction import Satisfaction
from guantong.suggestions.figures.counting import count, rate

RATED = count(
    "suggestions_rated",
    "代表已评价",
    "统计期内代表评价过答复的建议，按最后一次评价日期计。",
    "rated_at",
    rated_at__isnull=False,
)
SATISFIED = count(
    "suggestions_rated_satisfied",
    "代表评价满意",
    "统计期内代表评价过的建议中，对办理结果评价为满意或基本满意的，按最后一次评价日期计。",
    "rated_at",
    rated_result__gte=Satisfaction.FAIR,
)
SATISFACTION = rate(
    "suggestion_satisfaction_rate",
    "代表满意率",
    "统计期内代表评价过的建议中，对办理结果评价为满意或基本满意的占比：满意件数 ÷ 已评价件数。",
    SATISFIED,
    RATED,
)
FIRST_SATISFIED = count(
    "suggestions_rated_satisfied_at_first",
    "一次评价满意",
    "统计期内代表评价过的建议中，没有重新办理、对办理结果评价为满意或基本满意的，按最后一次评价日期计。",
    "rated_at",
    rated_result__gte=Satisfaction.FAIR,
    rehandled=0,
)
FIRST_SATISFACTION = rate(
    "suggestion_first_satisfaction_rate",
    "一次满意率",
    "统计期内代表评价过的建议中，没有重新办理就评价为满意或基本满意的占比：一次满意件数 ÷ 已评价件数。",
    FIRST_SATISFIED,
    RATED,
)
REHANDLED = count(
    "suggestions_rehandled",
    "重新办理代表建议",
    "统计期内因代表不满意而交承办单位重新办理的建议，按最后一次重新交办日期计。",
    "rehandled_at",
    rehandled__gt=0,
)

FIGURES = (RATED, SATISFIED, SATISFACTION, FIRST_SATISFIED, FIRST_SATISFACTION, REHANDLED)
