"""Time limits of suggestions. Three and six months are the law's; the others a county's to set."""

from guantong.kernel.clock import Basis, Unit, period

LAW = Basis("代表法第五十一条：自交办之日起三个月内答复；涉及面广、处理难度大的，自交办之日起六个月内答复", "S")
CO_UNITS = Basis("参照福建省、宁波市代表建议办理规定", "L")
TEN_DAYS = Basis("参照平江县代表建议办理办法：十日内反馈", "L")
ONE_MONTH = Basis("参照省级代表法实施办法：一个月内重新答复", "L")
OBJECTION = Basis("参照玉林市政府办2019年代表建议办理通知：七个工作日内退回", "L")

HAND_OVER = period("suggestion.hand_over", "交办", 10, Unit.CALENDAR_DAYS)
OBJECT = period("suggestion.object", "提出异议", 7, Unit.WORKDAYS, OBJECTION)
REPLY = period("suggestion.reply", "答复代表", 3, Unit.MONTHS, LAW, cap=3)
"""An ordinary suggestion that turns out to be difficult may be given what the law gives difficult ones."""
REPLY_WIDE = period("suggestion.reply_wide", "答复代表（涉及面广、处理难度大）", 6, Unit.MONTHS, LAW)
COUNTERSIGN = period(
    "suggestion.countersign", "会签意见", 1, Unit.MONTHS, Basis("参照福建省、宁波市代表建议办理规定", "L")
)
FEEDBACK = period(
    "suggestion.feedback", "代表评价", 10, Unit.CALENDAR_DAYS, Basis("参照平江县代表建议办理办法：十日内反馈", "L")
)
REHANDLE = period(
    "suggestion.rehandle", "重新办理", 1, Unit.MONTHS, Basis("参照省级代表法实施办法：一个月内重新答复", "L")
)
PROMISE = period(
    "suggestion.promise",
    "承诺落实",
    12,
    Unit.MONTHS,
    Basis("以答复中承诺的日期为准；通行做法，待县级规定确认", "M"),
    agreed_in="promised_by",
)
VERIFY = period("suggestion.verify", "核实落实", 10, Unit.WORKDAYS)

RULES = (HAND_OVER, OBJECT, REPLY, REPLY_WIDE, COUNTERSIGN, FEEDBACK, REHANDLE, PROMISE, VERIFY)
HANDLING = (REPLY.code, REPLY_WIDE.code, COUNTERSIGN.code, REHANDLE.code)
