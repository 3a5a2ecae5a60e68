"""What the tests of activities and stations share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.base.now import now, today
from guantong.deputies import services
from guantong.deputies.models import Activity, Contact, ContactLink, Deputy
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


@pytest.fixture
def member(enter: Callable[..., Deputy]) -> Deputy:
    """韦素珍, who sits on the standing committee of county A."""
    return enter("韦素珍", member=True)


@pytest.fixture
def link(deputy_row_a: Deputy, clerk_a: Actor) -> Callable[..., ContactLink]:
    """`link(target="household", called="三组第5户")`: one of 李春生's, with 新木茶业 unless told, since 2025-01-01."""

    def make(**more: Any) -> ContactLink:
        given = {"target": "enterprise", "called": "新木茶业有限公司", "since": date(2025, 1, 1), **more}
        return services.make_link(**{"deputy": deputy_row_a, "actor": clerk_a, **given})

    return make


@pytest.fixture
def contact(deputy_a: Actor) -> Callable[..., Contact]:
    """`contact(link, days=3)`: 李春生 logs a visit of so many days ago, of today unless told."""

    def make(link: ContactLink, *, days: int = 0, **more: Any) -> Contact:
        given = {"how": "visit", "said": "茶青收购价偏低，想办冷库。", "met_at": now() - timedelta(days=days), **more}
        return services.log_contact(**{"link": link, "actor": deputy_a, **given})

    return make
