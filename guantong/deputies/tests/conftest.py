"""What the tests of activities and stations share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.base.now import now, today
from guantong.deputies import services
from guantong.deputies.models import Activity, Deputy
from guantong.deputies.roster import register_deputy
from guantong.figures.definitions import definition
from guantong.figures.values import value
from guantong.kernel.periods import Period
from guantong.regions.models import Region


@pytest.fixture
def enter(county_a: Region) -> Callable[..., Deputy]:
    """`enter("王小梅", member=True)`: one more deputy of county A."""

    def make(name: str, **more: Any) -> Deputy:
        return register_deputy(name=name, level="county", region=county_a, place=county_a, actor=SYSTEM_ACTOR, **more)

    return make


@pytest.fixture
def plan(county_a: Region, clerk_a: Actor) -> Callable[..., Activity]:
    """`plan("inspection", deputies=[…])`: an activity of county A that the clerk plans for today."""

    def make(category: str, **more: Any) -> Activity:
        return services.plan_activity(
            title="审计整改调研", category=category, place=county_a, region=county_a, planned_for=today(),
            **{"actor": clerk_a, **more},
        )  # fmt: skip

    return make


@pytest.fixture
def hold(clerk_a: Actor) -> Callable[..., Activity]:
    """`hold(activity, deputies=[…])`: it took place an hour ago."""

    def make(activity: Activity, **more: Any) -> Activity:
        return services.hold_activity(
            activity=activity, held_at=now() - timedelta(hours=1), **{"actor": clerk_a, **more}
        )

    return make


@pytest.fixture
def amount(county_a: Region) -> Callable[[str], Any]:
    """`amount("study_tour_person_times")`: the figure of county A this year."""
    return lambda code: value(definition(code), county_a, Period.parse(str(today().year))).amount
