"""Time limits of appraisals. No law sets any: each is a county's to set."""

from guantong.kernel.clock import Basis, ClockRule, Unit

HABIT = Basis("通行做法，待县级规定确认", "M")

APPEAL = ClockRule("appraisal.appeal", "评分申诉", 7, Unit.CALENDAR_DAYS, HABIT, statutory=False, version="2025")
"""How long after publication an appeal may be put; it is a window and no clock that somebody could miss."""
SETTLE = ClockRule("appraisal.settle", "确定评分", 15, Unit.WORKDAYS, HABIT, statutory=False, version="2025")

RULES = (APPEAL, SETTLE)
