"""Time limits of suggestions. Three and six months are the law's; the others a county's to set."""

from guantong.kernel.clock import Basis, ClockRule, Unit

LAW = Basis("代表法第五十一条：自交办之日起三个月内答复；涉及面广、处理难度大的，自交办之日起六个月内答复", "S")
HABIT = Basis("通行做法，待县级规定确认", "M")
OBJECTION = Basis("参照玉林市政府办2019年代表建议办理通知：七个工作日内退回", "L")


def _rule(code: str, name: str, amount: int, unit: Unit, basis: Basis, cap: int | None = None) -> ClockRule:
    return ClockRule(
        f"suggestion.{code}",
        name,
        amount,
        unit,
        basis,
        statutory=basis.mark == "S",
        version="2025",
        extension_cap=cap,
    )


HAND_OVER = _rule("hand_over", "交办", 10, Unit.CALENDAR_DAYS, HABIT)
OBJECT = _rule("object", "提出异议", 7, Unit.WORKDAYS, OBJECTION)
REPLY = _rule("reply", "答复代表", 3, Unit.MONTHS, LAW, cap=3)
"""An ordinary suggestion that turns out to be difficult may be given what the law gives difficult ones."""
REPLY_WIDE = _rule("reply_wide", "答复代表（涉及面广、处理难度大）", 6, Unit.MONTHS, LAW)
COUNTERSIGN = _rule("countersign", "会签意见", 1, Unit.MONTHS, Basis("参照福建省、宁波市代表建议办理规定", "L"))
FEEDBACK = _rule("feedback", "代表评价", 10, Unit.CALENDAR_DAYS, Basis("参照平江县代表建议办理办法：十日内反馈", "L"))
REHANDLE = _rule("rehandle", "重新办理", 1, Unit.MONTHS, Basis("参照省级代表法实施办法：一个月内重新答复", "L"))
PROMISE = _rule("promise", "承诺落实", 12, Unit.MONTHS, Basis("以答复中承诺的日期为准；通行做法，待县级规定确认", "M"))
"""Its length is set anew for each promise: it ends on the day that the reply names (services.promises)."""
VERIFY = _rule("verify", "核实落实", 10, Unit.WORKDAYS, HABIT)

RULES = (HAND_OVER, OBJECT, REPLY, REPLY_WIDE, COUNTERSIGN, FEEDBACK, REHANDLE, PROMISE, VERIFY)
HANDLING = (REPLY.code, REPLY_WIDE.code, COUNTERSIGN.code, REHANDLE.code)
