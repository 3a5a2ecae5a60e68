"""Figures of activities, visits and deeds."""

from guantong.deputies.models import Activity, Attendance, PracticalDeed, Visit
from guantong.figures.definitions import Definition
from guantong.kernel.indicator import Indicator, Measure

EVENTS = ("场次", "场", "次")

ACTIVITIES = Definition(
    Indicator(
        "deputy_activities_held",
        "代表履职活动",
        "场次",
        "统计期内已举办的履职活动，按举办日期计；取消的不计。",
        units=EVENTS,
    ),
    lambda: Activity.objects.filter(state="held"),
    moment="held_at",
)
VISITS = Definition(
    Indicator(
        "household_visit_person_times", "入户走访", "人次",
        "统计期内走访记录所载人次之和，按走访日期计；同一人走访两次计两人次。",
        measure=Measure.SUM,
    ),
    lambda: Visit.objects.all(),
    moment="visited_at",
    amount="person_times",
    matter="activity_id",
)  # fmt: skip
DEEDS = Definition(
    Indicator(
        "practical_deeds_done", "代表办实事", "件",
        "统计期内办成的实事，按办成日期计；已登记办成和已核实的都计，终止的不计。", units=("个", "项"),
    ),
    lambda: PracticalDeed.objects.filter(state__in=["done", "checked"]),
    moment="done_at",
)  # fmt: skip
PARTICIPANTS = Definition(
    Indicator(
        "activity_deputies", "参加活动的代表", "人",
        "统计期内至少参加过一场已举办活动的代表人数；一人参加多场只计一人。",
        units=("名", "位"), measure=Measure.DISTINCT,
    ),
    lambda: Attendance.objects.filter(activity__state="held"),
    moment="activity__held_at",
    place="activity__place_id",
    person="deputy_id",
    matter="activity_id",
)  # fmt: skip

FIGURES = (ACTIVITIES, VISITS, DEEDS, PARTICIPANTS)
