"""Time limits of the fund. No law sets any: each is a county's to set."""

from guantong.kernel.clock import Basis, Unit, period

SAME_YEAR = Basis("参照开化县代表建议专项资金办法（2018年）：当年批准，当年开工", "L")


SCREEN = period("fund.screen", "初审", 10, Unit.WORKDAYS)
APPROVE = period("fund.approve", "主任会议批准", 1, Unit.MONTHS)
START = period("fund.start", "签约开工", 3, Unit.MONTHS, SAME_YEAR)
BUILD = period("fund.build", "完工", 6, Unit.MONTHS, cap=6)
ACCEPT = period("fund.accept", "验收", 15, Unit.WORKDAYS)

RULES = (SCREEN, APPROVE, START, BUILD, ACCEPT)
