"""The explanation of a due date: storable steps that say what was done."""

import json
from datetime import datetime

from guantong.kernel.clock import SHANGHAI, Basis, ClockRule, Due, Pause, Step, Unit, due
from guantong.kernel.workdays import Calendar


def answer(unit: Unit, amount: int, **more: object) -> Due:
    rule = ClockRule("r", "样例", amount, unit, Basis("x"), False, "1", extension_cap=10)
    return due(rule, datetime(2025, 9, 26, 10, tzinfo=SHANGHAI), calendar=Calendar.standard(), **more)


def test_the_working_is_told_in_order_and_in_words() -> None:
    pause = Pause(datetime(2025, 10, 9, 9, tzinfo=SHANGHAI), datetime(2025, 10, 11, 9, tzinfo=SHANGHAI))
    assert answer(Unit.WORKDAYS, 7, pauses=[pause], extension=2).sentences() == [
        "起点：2025年9月26日10:00。",
        "期限7个工作日。",
        "批准延长2个工作日。",
        "自2025年9月27日起计算。",
        "2025年10月9日至2025年10月11日中止计时，顺延2个工作日。",
        "其间休息日10天不计，调休上班2天计入。",
        "2025年10月17日23:59到期。",
    ]


def test_a_rolled_end_says_from_where_to_where() -> None:
    assert "最后一日2025年10月6日是休息日，顺延至2025年10月9日。" in answer(Unit.CALENDAR_DAYS, 10).sentences()


def test_a_pause_of_hours_is_told_in_minutes() -> None:
    pause = Pause(datetime(2025, 9, 26, 11, tzinfo=SHANGHAI), datetime(2025, 9, 26, 11, 30, tzinfo=SHANGHAI))
    assert "顺延30分钟。" in "".join(answer(Unit.HOURS, 4, pauses=[pause]).sentences())


def test_a_provisional_year_is_named() -> None:
    assert "2027年放假安排尚未公布，公布后重新计算。" in answer(Unit.MONTHS, 18).sentences()


def test_every_step_survives_json() -> None:
    steps = answer(Unit.MONTHS, 18, extension=1).explanation
    stored = json.loads(json.dumps([[step.kind, dict(step.params)] for step in steps]))
    assert tuple(Step(kind, params) for kind, params in stored) == steps
