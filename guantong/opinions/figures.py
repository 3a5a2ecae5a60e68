"""Figures of opinions."""

from collections.abc import Callable

from django.db.models import QuerySet

from guantong.base.satisfaction import Satisfaction
from guantong.figures.definitions import Definition
from guantong.kernel.indicator import Indicator, Measure
from guantong.opinions.models import Lane, Opinion, Source

ITEMS = ("条", "件", "个", "项")
STATIONS = (Source.STATION, Source.DEPUTY)
BY = {"deputy": "deputy_id", "station": "station_id", "unit": "answered_for_id"}
"""Through whose code it came, and which unit answered it."""


def _of(*sources: Source) -> QuerySet[Opinion]:
    return Opinion.objects.filter(source__in=sources)


def _rapid() -> QuerySet[Opinion]:
    return Opinion.objects.filter(lane=Lane.RAPID)


def _count(
    code: str, name: str, unit: str, text: str, records: Callable[[], QuerySet[Opinion]], moment: str
) -> Definition:
    return Definition(Indicator(code, name, unit, text, units=ITEMS), records, moment=moment, by=BY)


COLLECTED = _count(
    "opinions_collected",
    "收到意见建议",
    "条",
    "统计期内收到的全部意见建议，按收到日期计；并案的各计一条。",
    lambda: Opinion.objects.all(),
    "opened_at",
)
CLOSED = _count(
    "opinions_closed",
    "办结意见建议",
    "条",
    "统计期内办结的全部意见建议，按办结日期计；转出、并案、不予受理的不计。",
    lambda: Opinion.objects.filter(state="closed"),
    "closed_at",
)
STATION_COLLECTED = _count(
    "station_opinions_collected",
    "联络站收集意见建议",
    "条",
    "统计期内经代表联络站或代表个人收到的意见建议，按收到日期计；赶圩日摊位和企业的另计。",
    lambda: _of(*STATIONS),
    "opened_at",
)
STATION_CLOSED = _count(
    "station_opinions_resolved",
    "联络站意见办结",
    "条",
    "经代表联络站或代表个人收到、在统计期内办结的意见建议，按办结日期计。",
    lambda: _of(*STATIONS).filter(state="closed"),
    "closed_at",
)
MARKET_COLLECTED = _count(
    "market_day_opinions_collected",
    "赶圩日收集意见",
    "条",
    "统计期内在代表摊位收到的意见，按收到日期计。",
    lambda: _of(Source.STALL),
    "opened_at",
)
MARKET_RESOLVED = _count(
    "market_day_issues_resolved",
    "赶圩日解决问题",
    "件",
    "在代表摊位收到、于统计期内实际解决的问题，按解决日期计；只答复而未解决的不计。",
    lambda: _of(Source.STALL).filter(resolved_at__isnull=False),
    "resolved_at",
)
RAPID_COLLECTED = _count(
    "rapid_response_requests_collected",
    "民情速办收集诉求",
    "件",
    "统计期内进入民情速办通道的诉求，按收到日期计。",
    _rapid,
    "opened_at",
)
RAPID_CLOSED = _count(
    "rapid_response_requests_closed",
    "民情速办办结诉求",
    "件",
    "统计期内收到、截至统计时已办结的民情速办诉求，按收到日期计。",
    lambda: _rapid().filter(state="closed"),
    "opened_at",
)
RAPID_RATE = Definition(
    Indicator(
        "rapid_response_resolution_rate",
        "民情速办办结率",
        "%",
        "统计期内收到的民情速办诉求中已办结的占比：办结件数 ÷ 收到件数。",
        measure=Measure.RATE,
        parts=(RAPID_CLOSED.code, RAPID_COLLECTED.code),
    )
)
CONFIRMED = _count(
    "opinions_confirmed",
    "群众确认",
    "条",
    "统计期内由提出人确认的意见建议，按确认日期计。",
    lambda: Opinion.objects.filter(confirmed_at__isnull=False),
    "confirmed_at",
)
SATISFIED = _count(
    "opinions_rated_satisfied",
    "评价满意",
    "条",
    "统计期内确认的意见建议中，提出人对办理结果评价为满意或基本满意的。",
    lambda: Opinion.objects.filter(confirmed_at__isnull=False, rated_result__gte=Satisfaction.FAIR),
    "confirmed_at",
)
SATISFACTION = Definition(
    Indicator(
        "opinion_result_satisfaction_rate", "结果满意率", "%",
        "统计期内确认的意见建议中，对办理结果评价为满意或基本满意的占比。",
        measure=Measure.RATE, parts=(SATISFIED.code, CONFIRMED.code),
    )
)  # fmt: skip

FIGURES = (
    COLLECTED,
    CLOSED,
    STATION_COLLECTED,
    STATION_CLOSED,
    MARKET_COLLECTED,
    MARKET_RESOLVED,
    RAPID_COLLECTED,
    RAPID_CLOSED,
    RAPID_RATE,
    CONFIRMED,
    SATISFIED,
    SATISFACTION,
)
