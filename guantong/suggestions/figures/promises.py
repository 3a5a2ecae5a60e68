"""What replies promised, and what became of it across the years."""

from guantong.suggestions.figures.counting import count, rate

MADE = count(
    "suggestion_promises_made",
    "答复承诺事项",
    "统计期内答复中写明内容和期限的承诺，按最后一次答复日期计。",
    "promised_at",
    promised_at__isnull=False,
)
KEPT = count(
    "suggestion_promises_kept",
    "承诺兑现",
    "统计期内经县人大核实已经兑现的承诺，按核实日期计，不论哪一年作出；单位自报、尚未核实的不计。",
    "kept_at",
    kept_at__isnull=False,
)
KEPT_OF_MADE = count(
    "suggestion_promises_made_and_kept",
    "当期承诺中已兑现",
    "统计期内作出的承诺中，截至统计时经县人大核实已经兑现的，按作出日期计。",
    "promised_at",
    kept_at__isnull=False,
)
CONVERSION = rate(
    "suggestion_promise_conversion_rate",
    "承诺转化率",
    "统计期内作出的承诺中，由正在解决、列入计划转为已经解决的占比：已兑现件数 ÷ 承诺件数。",
    KEPT_OF_MADE,
    MADE,
)

FIGURES = (MADE, KEPT, KEPT_OF_MADE, CONVERSION)
