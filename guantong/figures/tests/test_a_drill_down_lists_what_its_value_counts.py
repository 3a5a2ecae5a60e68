"""The records behind a figure are exactly as many as the figure says, at every region and month."""

from django.db.models import Sum

from guantong.figures.definitions import Definition, all_definitions
from guantong.figures.selectors import months_of
from guantong.figures.values import Value, monthly, parts_of, records, value, values, within
from guantong.kernel.indicator import Measure
from guantong.kernel.periods import Period
from guantong.regions.models import Region


def _counted(figure: Definition, code: str, period: Period) -> int:
    rows = records(figure, code, period)
    if figure.measure is Measure.SUM:
        return int(rows.aggregate(total=Sum(figure.amount))["total"] or 0)
    if figure.measure is Measure.DISTINCT:
        return int(rows.values(figure.person).distinct().count())
    return int(rows.count())


def _said(value: Value) -> object:
    return value.parts or value.amount


def _expected(figure: Definition, code: str, period: Period) -> object:
    halves = parts_of(figure)
    return tuple(_counted(h, code, period) for h in halves) if halves else _counted(figure, code, period)


def test_values_and_records_agree_everywhere(half_year_of_four: Region, period: Period) -> None:
    regions = list(Region.objects.exclude(level="village"))
    found = values(all_definitions(), regions, period)
    for figure in all_definitions():
        for region in regions:
            assert _said(found[figure.code, region.code]) == _expected(figure, region.code, period)


def test_months_and_parts_of_the_region_agree_as_well(half_year_of_four: Region, period: Period) -> None:
    months = months_of(period)
    for figure in all_definitions():
        for got in monthly([figure], [half_year_of_four], months)[figure.code, "451000"]:
            assert _said(got) == _expected(figure, "451000", got.period)
        for place, got in within(figure, half_year_of_four, period, 6).items():
            assert _said(got) == _expected(figure, place, period)


def test_a_record_of_the_last_minute_of_june_counts_in_the_first_half(
    half_year_of_four: Region, period: Period
) -> None:
    from datetime import datetime

    from guantong.base.now import CHINA
    from guantong.opinions.figures import COLLECTED
    from guantong.opinions.models import Opinion

    before = value(COLLECTED, half_year_of_four, period).amount
    one = Opinion.objects.order_by("pk")[0]
    for moment, stays in ((datetime(2025, 6, 30, 23, 59, tzinfo=CHINA), 0), (datetime(2025, 7, 1, tzinfo=CHINA), 1)):
        Opinion.objects.filter(pk=one.pk).update(opened_at=moment, closed_at=None)
        assert records(COLLECTED, "451000", period).count() == int(before or 0) - stays
