"""Time limits of opinions. None is set by a law: each is a county's setting and says what it rests on."""

from guantong.kernel.clock import Basis, ClockRule, Unit

HABIT = Basis("通行做法，待县级规定确认", "M")


def _rule(code: str, name: str, amount: int, unit: Unit, basis: Basis = HABIT, cap: int | None = None) -> ClockRule:
    return ClockRule(code, name, amount, unit, basis, statutory=False, version="2025", extension_cap=cap)


ACCEPT = _rule("opinion.accept", "登记受理", 1, Unit.WORKDAYS)
ASSIGN = _rule("opinion.assign", "交办", 3, Unit.WORKDAYS)
STATION = _rule("opinion.station", "联络站办理", 15, Unit.CALENDAR_DAYS, cap=15)
TOWNSHIP = _rule("opinion.township", "乡镇办理", 15, Unit.CALENDAR_DAYS, cap=15)
DEPARTMENT = _rule("opinion.department", "部门办理", 30, Unit.CALENDAR_DAYS, cap=30)
FEEDBACK = _rule("opinion.feedback", "答复后回访", 5, Unit.WORKDAYS)
CLOSE = _rule("opinion.close", "确认后办结", 5, Unit.WORKDAYS)
HAND_BACK = _rule("opinion.hand_back", "退回", 7, Unit.WORKDAYS, Basis("参照玉林市政府办2019年代表建议办理通知", "L"))
# Hours run around the clock, at night and over holidays too [M].
TRIAGE = _rule("rapid.triage", "民情速办分类", 2, Unit.HOURS)
FAST = _rule("rapid.fast", "速办", 24, Unit.HOURS, cap=24)
LIMITED = _rule("rapid.limited", "限办", 7, Unit.CALENDAR_DAYS, cap=7)
SUPERVISED = _rule("rapid.supervised", "督办", 30, Unit.CALENDAR_DAYS, cap=30)

RULES = (
    ACCEPT,
    ASSIGN,
    STATION,
    TOWNSHIP,
    DEPARTMENT,
    FEEDBACK,
    CLOSE,
    HAND_BACK,
    TRIAGE,
    FAST,
    LIMITED,
    SUPERVISED,
)
HANDLING = (STATION.code, TOWNSHIP.code, DEPARTMENT.code)
RAPID = (FAST.code, LIMITED.code, SUPERVISED.code)
