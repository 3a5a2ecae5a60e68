"""The order in which a report tells its figures, and the words for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guantong.figures.definitions import Definition, all_definitions, find


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a report's sentence says one figure; `n` in the words is the number, the unit stands behind it."""

    code: str
    words: str | Promise


@dataclass(frozen=True, slots=True)
class Section:
    """One paragraph of a report."""

    code: str
    title: str | Promise
    phrases: tuple[Phrase, ...]


SECTIONS = (
    Section(
        "duty",
        _("代表履职"),
        (
            Phrase("deputy_activities_held", _("举办代表履职活动%(n)s场次")),
            Phrase("activity_deputies", _("参加活动的代表%(n)s人")),
            Phrase("activity_deputy_person_times", _("代表参加履职活动%(n)s人次")),
            Phrase("household_visit_person_times", _("入户走访%(n)s人次")),
            Phrase("practical_deeds_done", _("为群众办实事%(n)s件")),
            Phrase("double_contact_public_person_times", _("代表按联系关系联系群众%(n)s人次")),
            Phrase("double_contact_enterprise_times", _("代表按联系关系联系企业%(n)s次")),
            Phrase("duty_reports_held", _("代表向选民述职%(n)s次")),
            Phrase("duty_report_ratings", _("参加述职测评的选民%(n)s人次")),
            Phrase("duty_report_satisfaction_rate", _("述职满意率%(n)s%%")),
        ),
    ),
    Section(
        "taking_part",
        _("代表参与常委会工作"),
        (
            Phrase("congress_session_person_times", _("代表出席人代会会议%(n)s人次")),
            Phrase("congress_session_attendance_rate", _("人代会会议出席率%(n)s%%")),
            Phrase("sc_meeting_observer_person_times", _("邀请代表列席常委会会议%(n)s人次")),
            Phrase("research_inspection_deputy_person_times", _("代表参与调研检查%(n)s人次")),
            Phrase("deputies_invited_to_activities", _("邀请%(n)s名代表参与立法调研、执法检查")),
            Phrase("sc_member_deputy_contact_person_times", _("常委会组成人员联系走访代表%(n)s人次")),
            Phrase("double_contact_deputy_person_times", _("组成人员按联系关系联系代表%(n)s人次")),
            Phrase("joint_research_counties", _("参与交叉调研的县（区）%(n)s个")),
            Phrase("study_tour_person_times", _("外出考察学习%(n)s人次")),
            Phrase("professional_training_person_times", _("专业培训%(n)s人次")),
        ),
    ),
    Section(
        "suggestions",
        _("代表建议"),
        (
            Phrase("suggestions_received", _("收到代表建议%(n)s件")),
            Phrase("suggestions_handed_over", _("交办代表建议%(n)s件")),
            Phrase("suggestions_key_supervised", _("重点督办代表建议%(n)s条")),
            Phrase("suggestions_replied", _("答复代表建议%(n)s件")),
            Phrase("suggestion_reply_rate", _("代表建议办复率%(n)s%%")),
            Phrase("suggestion_in_time_rate", _("代表建议按期答复率%(n)s%%")),
            Phrase("suggestion_first_satisfaction_rate", _("代表对建议办理的一次满意率%(n)s%%")),
            Phrase("suggestion_satisfaction_rate", _("代表对建议办理的满意率%(n)s%%")),
            Phrase("suggestion_special_fund_amount", _("设立代表建议专项资金%(n)s元")),
            Phrase("suggestion_fund_approved", _("批准专项资金项目金额%(n)s元")),
            Phrase("suggestion_fund_projects_accepted", _("专项资金项目验收%(n)s个")),
        ),
    ),
    Section(
        "stations",
        _("联络站建设"),
        (
            Phrase("stations_upgraded", _("提档升级代表联络站%(n)s个")),
            Phrase("cross_province_stations_built", _("与外省（区）共建代表联络站%(n)s个")),
        ),
    ),
    Section(
        "station",
        _("联络站意见"),
        (
            Phrase("station_opinions_collected", _("代表联络站和代表收集意见建议%(n)s条")),
            Phrase("station_opinions_resolved", _("办结%(n)s条")),
        ),
    ),
    Section(
        "market",
        _("代表赶圩日"),
        (
            Phrase("market_day_opinions_collected", _("代表摊位在圩日收集意见%(n)s条")),
            Phrase("market_day_issues_resolved", _("当期解决问题%(n)s件")),
        ),
    ),
    Section(
        "rapid",
        _("民情速办"),
        (
            Phrase("rapid_response_requests_collected", _("民情速办收集群众诉求%(n)s件")),
            Phrase("rapid_response_requests_closed", _("其中办结%(n)s件")),
            Phrase("rapid_response_resolution_rate", _("办结率%(n)s%%")),
        ),
    ),
    Section(
        "opinions",
        _("意见建议总体"),
        (
            Phrase("opinions_collected", _("各渠道共收到意见建议%(n)s条")),
            Phrase("opinions_closed", _("当期办结%(n)s条")),
            Phrase("opinions_confirmed", _("经提出人确认%(n)s条")),
            Phrase("opinions_rated_satisfied", _("评价满意或基本满意%(n)s条")),
            Phrase("opinion_result_satisfaction_rate", _("结果满意率%(n)s%%")),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A section with the definitions that this installation has."""

    code: str
    title: str
    figures: tuple[tuple[Definition, str], ...]
    """Each with its words."""


def sections() -> Iterator[Told]:
    """The sections in order; figures that no section names come last, in words of their own name."""
    named: set[str] = set()
    for section in SECTIONS:
        known = [(found, str(p.words)) for p in section.phrases if (found := find(p.code))]
        named.update(figure.code for figure, _words in known)
        if known:
            yield Told(section.code, str(section.title), tuple(known))
    others = [(d, d.indicator.name + "%(n)s" + d.indicator.unit.replace("%", "%%")) for d in all_definitions()]
    rest = tuple((figure, words) for figure, words in others if figure.code not in named)
    if rest:
        yield Told("others", str(_("其他")), rest)


def ordered() -> list[Definition]:
    """Every figure in the order of the report."""
    return [figure for section in sections() for figure, _words in section.figures]
