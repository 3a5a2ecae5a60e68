"""Matters: the worklist by the legal clock, one matter, and its timeline."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router

from guantong.api.matter_shapes import happening_of, row_of, whole_of
from guantong.api.shapes import Happening, MatterPage, MatterWhole, Problem
from guantong.api.sign_in import SignedIn, actor_of
from guantong.matters import selectors
from guantong.matters.models import Matter

matters = Router(tags=["事项"], auth=SignedIn())


@matters.get("", response={200: MatterPage, 401: Problem, 422: Problem}, summary="待办：按时限先后的未办结事项")
def list_matters(
    request: HttpRequest,
    limit: Annotated[int, Query(ge=1, le=100)] = selectors.PAGE,
    cursor: Annotated[str, Query(max_length=200)] = "",
) -> MatterPage:
    """The open matters that wait for you (at the congress: for your county), the most urgent first."""
    page = selectors.page_of(selectors.worklist(actor_of(request)), cursor, size=limit)
    return MatterPage(rows=[row_of(matter) for matter in page.rows], next=page.next)


@matters.get("/{matter_id}", response={200: MatterWhole, 401: Problem, 404: Problem, 422: Problem}, summary="一件事项")
def show_matter(request: HttpRequest, matter_id: Annotated[UUID, Path()]) -> MatterWhole:
    """Where a matter stands, whose move it is, its time limits, and the steps that you may take now."""
    return whole_of(_visible(request, matter_id), actor_of(request))


@matters.get(
    "/{matter_id}/timeline",
    response={200: list[Happening], 401: Problem, 404: Problem, 422: Problem},
    summary="一件事项的台账",
)
def show_timeline(request: HttpRequest, matter_id: Annotated[UUID, Path()]) -> list[Happening]:
    """Every entry of a matter's ledger, oldest first."""
    matter = _visible(request, matter_id)
    return [happening_of(entry, matter) for entry in selectors.told_timeline(matter, actor_of(request))]


def _visible(request: HttpRequest, matter_id: UUID) -> Matter:
    found = selectors.visible(actor_of(request)).filter(pk=matter_id).select_related("holder", "place").first()
    if found is None:
        raise Http404
    return found
