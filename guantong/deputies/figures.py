"""Figures of activities, of who takes part in them, of visits, deeds and stations."""

from collections.abc import Callable, Collection

from django.db.models import Q, QuerySet

from guantong.deputies.models import (
    Activity,
    ActivityCategory,
    Attendance,
    Contact,
    PracticalDeed,
    StationProject,
    Target,
    Visit,
)
from guantong.deputies.models.activity import STATION_CATEGORIES, SUPERVISION_CATEGORIES
from guantong.figures.definitions import Definition
from guantong.kernel.indicator import Indicator, Measure

Rows = QuerySet[Attendance]

EVENTS = ("场次", "场", "次")
PERSONS = ("名", "位")
BY_DEPUTY = {"deputy": "deputy_id"}
OF_ACTIVITY = {"deputy": "deputy_id", "station": "activity__station_id"}
OF_STATION = {"station": "station_id"}
OF_KEEPER = {"deputy": "link__deputy_id"}
OF_BOTH = {"deputy": "deputy_id", "station": "station_id"}


def _came(*categories: ActivityCategory, guests: bool = True) -> Callable[[], QuerySet[Attendance]]:
    """Who came to activities of these categories that were held; without guests, the deputies among them."""

    def rows() -> QuerySet[Attendance]:
        held = Attendance.objects.filter(came=True, activity__state="held", activity__category__in=categories)
        return (held if guests else held.filter(deputy__isnull=False)).select_related("deputy")

    return rows


def _person_times(code: str, name: str, text: str, categories: Collection[ActivityCategory]) -> Definition:
    """Each presence at an activity counts, of deputies and of guests."""
    return Definition(
        Indicator(code, name, "人次", text),
        _came(*categories),
        moment="activity__held_at",
        place="activity__place_id",
        matter="activity_id",
        by=BY_DEPUTY,
    )


def _at_sessions(code: str, name: str, text: str, which: Callable[[Rows], Rows]) -> Definition:
    """Of the deputies on the lists of meetings of the congress that took place, those that `which` leaves."""
    return Definition(
        Indicator(code, name, "人次", text, version="2026"),
        lambda: which(
            Attendance.objects.filter(
                deputy__isnull=False, activity__state="held", activity__category=ActivityCategory.SESSION
            ).select_related("deputy")
        ),
        moment="activity__held_at",
        place="activity__place_id",
        matter="activity_id",
        by=BY_DEPUTY,
    )


def _projects(code: str, name: str, text: str, category: StationProject.Category) -> Definition:
    return Definition(
        Indicator(code, name, "个", text, units=("处",)),
        lambda: StationProject.objects.filter(category=category, state="accepted"),
        moment="accepted_at",
        by=OF_STATION,
    )


def _contacts(code: str, name: str, unit: str, text: str, *targets: Target) -> Definition:
    """The contacts of lasting links with these; with people, each one spoken with counts, with firms each contact."""
    people = unit == "人次"
    return Definition(
        Indicator(code, name, unit, text, measure=Measure.SUM if people else Measure.COUNT),
        lambda: Contact.objects.filter(struck_at__isnull=True, link__target__in=targets).select_related("link"),
        moment="met_at",
        place="link__place_id",
        amount="person_times" if people else "",
        matter="link_id",
        by=OF_KEEPER,
    )


ACTIVITIES = Definition(
    Indicator(
        "deputy_activities_held",
        "代表履职活动",
        "场次",
        "统计期内代表和联络站举办的履职活动，按举办日期计；取消的不计；列席、调研检查、培训和考察另计。",
        units=EVENTS,
    ),
    lambda: Activity.objects.filter(state="held", category__in=STATION_CATEGORIES),
    moment="held_at",
    by=OF_STATION,
)
VISITS = Definition(
    Indicator(
        "household_visit_person_times", "入户走访", "人次",
        "统计期内走访记录所载人次之和，按走访日期计；同一人走访两次计两人次；作废的不计。",
        measure=Measure.SUM,
    ),
    lambda: Visit.objects.filter(struck_at__isnull=True),
    moment="visited_at",
    amount="person_times",
    matter="activity_id",
    by=OF_ACTIVITY,
)  # fmt: skip
DEEDS = Definition(
    Indicator(
        "practical_deeds_done", "代表办实事", "件",
        "统计期内办成的实事，按办成日期计；已登记办成和已核实的都计，终止的不计。", units=("个", "项"),
    ),
    lambda: PracticalDeed.objects.filter(state__in=["done", "checked"]),
    moment="done_at",
    by=OF_BOTH,
)  # fmt: skip
PARTICIPANTS = Definition(
    Indicator(
        "activity_deputies", "参加活动的代表", "人",
        "统计期内至少参加过一场已举办履职活动的代表人数；一人参加多场只计一人。",
        units=PERSONS, measure=Measure.DISTINCT,
    ),
    _came(*STATION_CATEGORIES, guests=False),
    moment="activity__held_at",
    place="activity__place_id",
    person="deputy_id",
    matter="activity_id",
    by={"station": "activity__station_id"},
)  # fmt: skip
TAKING_PART = Definition(
    Indicator(
        "activity_deputy_person_times", "代表参加履职活动", "人次",
        "统计期内代表参加已举办履职活动的人次，按举办日期计；一人参加两场计两人次；其他参加人员不计。",
    ),
    _came(*STATION_CATEGORIES, guests=False),
    moment="activity__held_at",
    place="activity__place_id",
    matter="activity_id",
    by=OF_ACTIVITY,
)  # fmt: skip
SESSION_CAME = _at_sessions(
    "congress_session_person_times",
    "代表出席人代会会议",
    "统计期内代表出席本级人代会会议的人次，按会议日期计；一人出席两次会议计两人次；其他参加人员不计。",
    lambda rows: rows.filter(came=True),
)
SESSION_DUE = _at_sessions(
    "congress_session_due_person_times",
    "应出席人代会会议",
    "统计期内已召开的本级人代会会议应到代表的人次，按会议日期计；说明原因请假的不计，请假后到会的计。",
    lambda rows: rows.filter(Q(came=True) | Q(excuse="")),
)
SESSION_RATE = Definition(
    Indicator(
        "congress_session_attendance_rate", "人代会会议出席率", "%",
        "统计期内代表出席本级人代会会议的人次占应到人次的比率：出席人次 ÷ 应到人次；请假的不算缺席。",
        measure=Measure.RATE, parts=(SESSION_CAME.code, SESSION_DUE.code),
    )
)  # fmt: skip
SESSION_ABSENT = _at_sessions(
    "congress_session_absent_person_times",
    "未请假缺席人代会会议",
    "统计期内代表没有请假而未出席本级人代会会议的人次，按会议日期计（代表法第六十二条）。",
    lambda rows: rows.filter(came=False, excuse=""),
)
SITTING_IN = _person_times(
    "sc_meeting_observer_person_times",
    "代表列席常委会会议",
    "统计期内代表列席常委会会议的人次，按会议日期计；请假的不计。",
    (ActivityCategory.SITTING_IN,),
)
IN_SUPERVISION = _person_times(
    "research_inspection_deputy_person_times",
    "代表参与调研检查",
    "统计期内代表参与常委会组织的调研、检查和立法调研的人次，按活动日期计。",
    SUPERVISION_CATEGORIES,
)
INVITED = Definition(
    Indicator(
        "deputies_invited_to_activities", "参与立法调研、执法检查的代表", "名",
        "统计期内至少参与过一次常委会调研、检查或立法调研的代表人数；一人多次只计一名。",
        units=("人", "位"), measure=Measure.DISTINCT,
    ),
    _came(*SUPERVISION_CATEGORIES, guests=False),
    moment="activity__held_at",
    place="activity__place_id",
    person="deputy_id",
    matter="activity_id",
)  # fmt: skip
JOINT_COUNTIES = Definition(
    Indicator(
        "joint_research_counties", "参与交叉调研的县（区）", "县(区)",
        "统计期内与本县一同开展交叉调研的县（市、区）数，含本县；同一县多次只计一个。",
        units=("个", "县", "区"), measure=Measure.DISTINCT,
    ),
    lambda: Activity.regions.through.objects.filter(
        activity__category=ActivityCategory.JOINT_RESEARCH, activity__state="held"
    ),
    moment="activity__held_at",
    place="activity__place_id",
    person="region_id",
    matter="activity_id",
)  # fmt: skip
MEMBER_CONTACTS = _person_times(
    "sc_member_deputy_contact_person_times",
    "常委会组成人员联系走访代表",
    "统计期内常委会组成人员联系走访代表的人次，按联系日期计；一次联系三名代表计三人次。",
    (ActivityCategory.MEMBER_CONTACT,),
)
STUDY_TOURS = _person_times(
    "study_tour_person_times",
    "外出考察学习",
    "统计期内外出考察学习的人次，按活动日期计；代表和其他参加人员都计。",
    (ActivityCategory.STUDY_TOUR,),
)
TRAININGS = _person_times(
    "professional_training_person_times",
    "专业培训",
    "统计期内参加专业培训的人次，按活动日期计；代表和其他参加人员都计。",
    (ActivityCategory.TRAINING,),
)
UPGRADED = _projects(
    "stations_upgraded",
    "代表联络站提档升级",
    "统计期内提档升级并验收通过的代表联络站，按验收日期计。",
    StationProject.Category.UPGRADE,
)
CROSS_PROVINCE = _projects(
    "cross_province_stations_built",
    "跨省区代表联络站",
    "统计期内与外省（区）共建并验收通过的代表联络站，按验收日期计。",
    StationProject.Category.CROSS_PROVINCE,
)
LINKED_DEPUTIES = _contacts(
    "double_contact_deputy_person_times",
    "双联系：组成人员联系代表",
    "人次",
    "统计期内常委会组成人员按联系关系联系代表的人次，按联系日期计；作为活动登记的联系走访另计，作废的不计。",
    Target.DEPUTY,
)
LINKED_PEOPLE = _contacts(
    "double_contact_public_person_times",
    "双联系：代表联系群众",
    "人次",
    "统计期内代表按联系关系联系农户（居民户）和选民小组的人次之和，按联系日期计；入户走访另计，作废的不计。",
    Target.HOUSEHOLD,
    Target.GROUP,
)
LINKED_FIRMS = _contacts(
    "double_contact_enterprise_times",
    "双联系：代表联系企业",
    "次",
    "统计期内代表按联系关系联系企业的次数，按联系日期计；作废的不计。",
    Target.ENTERPRISE,
)
COUNTED_IN = {
    Target.DEPUTY: LINKED_DEPUTIES,
    Target.HOUSEHOLD: LINKED_PEOPLE,
    Target.GROUP: LINKED_PEOPLE,
    Target.ENTERPRISE: LINKED_FIRMS,
}
"""The figure in which the contacts of a link count."""

FIGURES = (
    ACTIVITIES,
    VISITS,
    DEEDS,
    PARTICIPANTS,
    TAKING_PART,
    SESSION_CAME,
    SESSION_DUE,
    SESSION_RATE,
    SESSION_ABSENT,
    SITTING_IN,
    IN_SUPERVISION,
    INVITED,
    JOINT_COUNTIES,
    MEMBER_CONTACTS,
    STUDY_TOURS,
    TRAININGS,
    UPGRADED,
    CROSS_PROVINCE,
    LINKED_DEPUTIES,
    LINKED_PEOPLE,
    LINKED_FIRMS,
)
