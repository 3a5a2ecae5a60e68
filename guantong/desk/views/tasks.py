"""The quantified task list 任务清单: how far stations and deputies are, by the records."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.appraisals.selectors.progress import deputies_board, stations_board
from guantong.desk.asked_period import asked_period
from guantong.desk.door import page
from guantong.regions.models import Region


@require_safe
def tasks(request: ActorRequest) -> HttpResponse:
    """The progress of one's own stations and deputies; for the congress, of all of the county."""
    asked = asked_period(request)
    region = Region.objects.get(pk=request.actor.region_code)
    context = {
        "asked": asked,
        "region": region,
        "stations": stations_board(request.actor, region, asked.period),
        "deputies": deputies_board(request.actor, region, asked.period),
        "may_read_duty": admitted(request.actor.role, "desk:duty-of"),
    }
    return page(request, "desk/tasks/list.html", context, current="desk:tasks", status=asked.status)


urlpatterns = [path("tasks/", tasks, name="tasks")]
