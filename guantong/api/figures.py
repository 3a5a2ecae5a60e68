"""Figures: what they mean, and what they amount to."""

from __future__ import annotations

from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router

from guantong.accounts.actors import Actor
from guantong.accounts.scope import sees_region
from guantong.api.shapes import FigureShape, FigureValue, Place, Problem
from guantong.api.sign_in import SignedIn, actor_of
from guantong.api.values import FigureCode, PeriodCode, RegionCode
from guantong.base.refusals import BadInput
from guantong.figures import definitions
from guantong.figures.definitions import Definition
from guantong.figures.values import value
from guantong.kernel.periods import Period, PeriodError
from guantong.regions.models import Region
from guantong.regions.selectors import region_by_code

figures = Router(tags=["数字"], auth=SignedIn())


@figures.get("", response={200: list[FigureShape], 401: Problem}, summary="全部数字的口径")
def list_figures(request: HttpRequest) -> list[FigureShape]:
    """Every figure with its unit and definition."""
    return [_shape(figure) for figure in definitions.all_definitions()]


@figures.get("/{code}", response={200: FigureValue, 401: Problem, 404: Problem, 422: Problem}, summary="一个数字的值")
def show_figure(
    request: HttpRequest,
    code: Annotated[FigureCode, Path()],
    region: Annotated[RegionCode, Query()],
    period: Annotated[PeriodCode, Query(description="2025、2025H1、2025Q3 或 2025-06")],
) -> FigureValue:
    """A figure for a region of yours and a period, counted from the records; a rate comes with both counts."""
    figure = definitions.find(code)
    if figure is None:
        raise Http404
    place = _region(region, actor_of(request))
    found = value(figure, place, _period(period))
    return FigureValue(
        figure=_shape(figure),
        region=Place(code=place.code, name=place.name),
        period=found.period.code,
        period_label=found.period.label_zh(),
        amount=found.amount,
        parts=list(found.parts or ()),
    )


def _region(code: str, actor: Actor) -> Region:
    try:
        place = region_by_code(code)
    except BadInput:
        raise Http404 from None
    if not sees_region(actor, place.code):
        raise Http404
    return place


def _period(code: str) -> Period:
    try:
        return Period.parse(code)
    except PeriodError as error:
        raise BadInput({"period": str(error)}) from error


def _shape(figure: Definition) -> FigureShape:
    indicator = figure.indicator
    return FigureShape(
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        units=sorted(indicator.accepts),
        definition=indicator.definition,
        version=indicator.version,
        measure=indicator.measure.value,
        parts=list(indicator.parts or ()),
    )
