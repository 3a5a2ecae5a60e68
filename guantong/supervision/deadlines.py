"""Time limits of supervision. The law sets none for deliberation opinions (监督法 17): each is a county's to set."""

from guantong.kernel.clock import Basis, Unit, period

XIPING = Basis("参照西平县（2009年）、永嘉县（2025年）审议意见办法；待县级规定确认", "L")
LIANGSHAN = Basis("参照梁山县（2014年）、永嘉县（2025年）审议意见办法：会后七日内送达；待县级规定确认", "L")
TWO_MONTHS = Basis("参照梁山县（2014年）审议意见办法：两个月内书面报告；待县级规定确认", "L")
SHIQUAN = Basis("参照石泉县审议意见满意度测评办法：未通过的重新办理、再次报告；待县级规定确认", "L")

DECIDE = period("topic.decide", "主任会议研究选题", 2, Unit.MONTHS)
CARRY_OUT = period("topic.carry_out", "实施监督计划", 12, Unit.MONTHS)

COMPILE = period("deliberation.compile", "整理审议意见", 5, Unit.CALENDAR_DAYS, XIPING)
SEND = period("deliberation.send", "送达审议意见书", 7, Unit.CALENDAR_DAYS, LIANGSHAN)
PLAN = period("deliberation.plan", "报送整改方案", 1, Unit.MONTHS)
REPORT = period("deliberation.report", "报告研究处理情况", 2, Unit.MONTHS, TWO_MONTHS, cap=1)
VOTE = period("deliberation.vote", "满意度测评", 3, Unit.MONTHS)
REDO = period("deliberation.redo", "重新办理并再次报告", 2, Unit.MONTHS, SHIQUAN, cap=1)
ESCALATE = period("deliberation.escalate", "决定询问、质询或处理建议", 2, Unit.MONTHS, SHIQUAN)
FINISH = period("deliberation.finish", "问题全部销号并办结", 3, Unit.MONTHS, cap=6)

MEASURE = period("problem.measure", "制定整改措施", 1, Unit.MONTHS)
RECTIFY = period("problem.rectify", "完成整改", 3, Unit.MONTHS, cap=90, agreed_in="measure_by")
"""Runs to the day that the unit's plan names; what may be added, in days, is a county's to set."""
RECHECK = period("problem.recheck", "复查", 15, Unit.WORKDAYS)
AGAIN = period("problem.again", "继续整改", 1, Unit.MONTHS, cap=1)

RULES = (
    DECIDE,
    CARRY_OUT,
    COMPILE,
    SEND,
    PLAN,
    REPORT,
    VOTE,
    REDO,
    ESCALATE,
    FINISH,
    MEASURE,
    RECTIFY,
    RECHECK,
    AGAIN,
)
