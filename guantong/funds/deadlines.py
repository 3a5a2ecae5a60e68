"""Time limits of the fund. No law sets any: each is a county's to set."""

from guantong.kernel.clock import Basis, ClockRule, Unit

HABIT = Basis("通行做法，待县级规定确认", "M")
SAME_YEAR = Basis("参照开化县代表建议专项资金办法（2018年）：当年批准，当年开工", "L")


def _rule(code: str, name: str, amount: int, unit: Unit, basis: Basis = HABIT, cap: int | None = None) -> ClockRule:
    return ClockRule(f"fund.{code}", name, amount, unit, basis, statutory=False, version="2025", extension_cap=cap)


SCREEN = _rule("screen", "初审", 10, Unit.WORKDAYS)
APPROVE = _rule("approve", "主任会议批准", 1, Unit.MONTHS)
START = _rule("start", "签约开工", 3, Unit.MONTHS, SAME_YEAR)
BUILD = _rule("build", "完工", 6, Unit.MONTHS, cap=6)
ACCEPT = _rule("accept", "验收", 15, Unit.WORKDAYS)

RULES = (SCREEN, APPROVE, START, BUILD, ACCEPT)
