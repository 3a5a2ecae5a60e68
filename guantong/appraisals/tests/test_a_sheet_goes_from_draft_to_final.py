"""Set up, computed, published, appealed against, final: each by whoever may, each refused to the others."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.appraisals import services
from guantong.appraisals.models import Appeal, ScoreSheet, Subjects
from guantong.audit.models import Entry
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies.models import Deputy
from guantong.figures.selectors import half_year_of
from guantong.kernel.periods import Period
from guantong.notifications.models import Message
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(sheet: Any, take_part: Any, deputy_row_a: Deputy, second_row_a: Deputy) -> ScoreSheet:
    """Deputy_a has done something, the second nothing."""
    take_part([deputy_row_a])
    made: ScoreSheet = sheet()
    return made


def test_a_period_has_one_sheet_unless_it_is_discarded(
    sheet: Any, county_a: Region, half: Period, clerk_a: Actor
) -> None:
    first = sheet(to="draft")
    with pytest.raises(BadInput, match="已经有了"):
        sheet(to="draft")
    services.discard_sheet(sheet=first, reason="选错了", actor=clerk_a)
    assert sheet(to="draft").state == "draft"


def test_the_staff_compute_and_the_director_publishes(
    sheet: Any, deputy_row_a: Deputy, clerk_a: Actor, deputy_a: Actor, director_a: Actor
) -> None:
    draft = sheet(to="draft")
    with pytest.raises(NotAllowed):
        services.compute_sheet(sheet=draft, actor=deputy_a)
    made = services.compute_sheet(sheet=draft, actor=clerk_a)
    with pytest.raises(NotAllowed, match="主任"):
        services.publish_sheet(sheet=made, actor=clerk_a)
    with pytest.raises(NotNow):
        services.settle_sheet(sheet=made, actor=director_a)
    done = services.publish_sheet(sheet=made, actor=director_a)
    with pytest.raises(NotNow):
        services.compute_sheet(sheet=done, actor=clerk_a)
    entry = Entry.objects.get(chain=done.pk, action="compute")
    assert len(entry.data["sm3"]) == 64
    assert Message.objects.filter(subject=done.pk, organisation_id=deputy_a.organisation_id).exists()


def test_a_period_that_runs_is_computed_and_not_published(
    county_a: Region, deputy_row_a: Deputy, clerk_a: Actor, director_a: Actor
) -> None:
    made = services.set_up_sheet(region=county_a, subjects=Subjects.DEPUTY, period=half_year_of(today()), actor=clerk_a)
    made = services.compute_sheet(sheet=made, actor=clerk_a)
    with pytest.raises(NotAllowed, match="没有结束"):
        services.publish_sheet(sheet=made, actor=director_a)


def test_appeals_are_open_for_seven_days(published: ScoreSheet, second_deputy_a: Actor, later: Any) -> None:
    assert published.appeals_until is not None
    assert timedelta(days=7) <= published.appeals_until - now() + timedelta(minutes=1) < timedelta(days=9)
    with later(days=9), pytest.raises(NotAllowed, match="申诉期已过"):
        services.appeal_score(sheet=published, ground="少了一次接待", actor=second_deputy_a)


def test_only_who_is_scored_appeals_and_once(
    published: ScoreSheet, second_deputy_a: Actor, keeper_a: Actor, department_a: Actor
) -> None:
    for other in (keeper_a, department_a):
        with pytest.raises(NotAllowed):
            services.appeal_score(sheet=published, ground="少了一次接待", actor=other)
    services.appeal_score(sheet=published, ground="少了一次接待", actor=second_deputy_a)
    with pytest.raises(NotAllowed, match="已经申诉过"):
        services.appeal_score(sheet=published, ground="再申诉", actor=second_deputy_a)
    assert "少了一次接待" not in str(Entry.objects.get(chain=published.pk, action="appeal").data)


def test_an_appeal_upheld_changes_points_and_ranks(
    published: ScoreSheet,
    line_of: Any,
    second_deputy_a: Actor,
    second_row_a: Deputy,
    deputy_row_a: Deputy,
    deputy_a: Actor,
    clerk_a: Actor,
    second_clerk_a: Actor,
    director_a: Actor,
    later: Any,
) -> None:
    services.appeal_score(sheet=published, ground="少了三次接待", actor=second_deputy_a)
    appeal = Appeal.objects.get()
    given: dict[str, Any] = {"appeal": appeal, "upheld": True, "answer": "已核实补记。", "change": Decimal("7.50")}
    with pytest.raises(NotAllowed, match="以外的人"):
        services.decide_appeal(**given, actor=clerk_a)
    with later(days=9), pytest.raises(NotAllowed, match="没有答复"):
        services.settle_sheet(sheet=published, actor=director_a)
    with pytest.raises(BadInput, match="0至100"):
        services.decide_appeal(**{**given, "change": Decimal(101)}, actor=second_clerk_a)
    with pytest.raises(BadInput, match="不成立的不调整"):
        services.decide_appeal(**{**given, "upheld": False}, actor=second_clerk_a)
    done = services.decide_appeal(**given, actor=second_clerk_a)
    first, second = line_of(done, deputy_row_a), line_of(done, second_row_a)
    assert (second.points, second.rank, first.rank) == (Decimal("7.50"), 1, 2)
    assert (second.scored, second.changed) == (Decimal(0), Decimal("7.50"))
    services.appeal_score(sheet=done, ground="我也少了", actor=deputy_a)
    with pytest.raises(BadInput, match="已经答复"):
        services.decide_appeal(**given, actor=second_clerk_a)
    other = Appeal.objects.get(decided_at__isnull=True)
    done = services.decide_appeal(appeal=other, upheld=False, answer="记录无误。", actor=second_clerk_a)
    with pytest.raises(NotAllowed, match="期满"):
        services.settle_sheet(sheet=done, actor=director_a)
    with later(days=9):
        assert services.settle_sheet(sheet=done, actor=director_a).state == "final"
