"""Time limits of opinions. None is set by a law: each is a county's setting and says what it rests on."""

from guantong.kernel.clock import Basis, Unit, period

ACCEPT = period("opinion.accept", "登记受理", 1, Unit.WORKDAYS)
ASSIGN = period("opinion.assign", "交办", 3, Unit.WORKDAYS)
STATION = period("opinion.station", "联络站办理", 15, Unit.CALENDAR_DAYS, cap=15)
TOWNSHIP = period("opinion.township", "乡镇办理", 15, Unit.CALENDAR_DAYS, cap=15)
DEPARTMENT = period("opinion.department", "部门办理", 30, Unit.CALENDAR_DAYS, cap=30)
FEEDBACK = period("opinion.feedback", "答复后回访", 5, Unit.WORKDAYS)
CLOSE = period("opinion.close", "确认后办结", 5, Unit.WORKDAYS)
HAND_BACK = period("opinion.hand_back", "退回", 7, Unit.WORKDAYS, Basis("参照玉林市政府办2019年代表建议办理通知", "L"))
# Hours run around the clock, at night and over holidays too [M].
TRIAGE = period("rapid.triage", "民情速办分类", 2, Unit.HOURS)
FAST = period("rapid.fast", "速办", 24, Unit.HOURS, cap=24)
LIMITED = period("rapid.limited", "限办", 7, Unit.CALENDAR_DAYS, cap=7)
SUPERVISED = period("rapid.supervised", "督办", 30, Unit.CALENDAR_DAYS, cap=30)

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
