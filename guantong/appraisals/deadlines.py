"""Time limits of appraisals and reports to voters. No law sets any: each is a county's to set."""

from guantong.kernel.clock import Basis, Unit, period

YEARLY = Basis("代表法第五十八条（定期组织代表向选民报告履职情况）；具体日期待县级规定确认", "M")
OPEN = Basis("代表法第五十八条（公开代表履职信息）；期限为通行做法，待县级规定确认", "M")

APPEAL = period("appraisal.appeal", "评分申诉", 7, Unit.CALENDAR_DAYS)
"""How long after publication an appeal may be put; it is a window and no clock that somebody could miss."""
SETTLE = period("appraisal.settle", "确定评分", 15, Unit.WORKDAYS)

REPORT = period("duty_report.report", "年度述职", 3, Unit.MONTHS, YEARLY, agreed_in="due_on")
"""Runs to the county's day of the year after (services.reports.due_day), whenever the report was planned."""
RATE = period("duty_report.rate", "登记测评结果", 3, Unit.WORKDAYS)
PUBLISH_REPORT = period("duty_report.publish", "公开述职结果", 20, Unit.WORKDAYS, OPEN)
BY_SLIP = period("duty_report.slip", "手机测评", 3, Unit.HOURS)
"""How long slips work after a meeting was opened; it is a window and no clock that somebody could miss."""

RULES = (APPEAL, SETTLE, REPORT, RATE, PUBLISH_REPORT, BY_SLIP)
