"""Deputies of all five levels serve at one station; its market's cycle is read or refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.audit.models import Entry
from guantong.audit.verification import faults
from guantong.base.now import today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies.models import Deputy, Level, RotaDuty, Station
from guantong.deputies.roster import assign_to_station, deputy_chain, register_deputy, set_market_days, station_chain
from guantong.deputies.selectors import by_level


def test_a_station_groups_its_deputies_from_the_highest_level(station_a: Station) -> None:
    for level in reversed(Level):
        register_deputy(
            name=f"{level.label}代表", level=level, region=station_a.region, place=station_a.place, station=station_a,
            actor=SYSTEM_ACTOR,
        )  # fmt: skip
    assert [(label, [d.level for d in group]) for label, group in by_level(station_a)] == [
        (str(level.label), [level.value]) for level in Level
    ]


def test_a_level_that_is_none_of_the_five_is_refused(station_a: Station, deputy_row_a: Deputy) -> None:
    with pytest.raises(BadInput) as no:
        register_deputy(
            name="王小梅", level="village", region=station_a.region, place=station_a.place, actor=SYSTEM_ACTOR
        )
    assert list(no.value.fields) == ["level"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Deputy.objects.filter(pk=deputy_row_a.pk).update(level="village")


def test_a_deputy_is_assigned_to_another_station(
    stall_a: Station, deputy_row_a: Deputy, clerk_a: Actor, clerk_b: Actor
) -> None:
    with pytest.raises(NotAllowed):
        assign_to_station(deputy=deputy_row_a, station=stall_a, actor=clerk_b)
    assert assign_to_station(deputy=deputy_row_a, station=stall_a, actor=clerk_a).station == stall_a
    for chain in (deputy_chain(deputy_row_a), station_chain(stall_a)):
        assert Entry.objects.filter(chain=chain, action="assign_to_station").count() == 1
    assert list(faults()) == []


def test_a_deputy_with_duties_elsewhere_stays(
    station_a: Station, stall_a: Station, deputy_row_a: Deputy, clerk_a: Actor
) -> None:
    RotaDuty.objects.create(station=station_a, day=today() + timedelta(days=1), deputy=deputy_row_a)
    with pytest.raises(NotNow, match="先调班"):
        assign_to_station(deputy=deputy_row_a, station=stall_a, actor=clerk_a)


@pytest.mark.parametrize(
    ("cycle", "kept", "words"),
    [("lunar:6,3,9", "3,6,9", "农历逢3、6、9"), ("solar:5,20", "solar:5,20", "每月5、20日"),
     ("every:3@2025-01-02", "every:3@2025-01-02", "每3天一圩（2025-01-02逢圩）"), ("", "", "")],
)  # fmt: skip
def test_a_cycle_is_kept_and_said(stall_a: Station, clerk_a: Actor, cycle: str, kept: str, words: str) -> None:
    stall = set_market_days(station=stall_a, market_days=cycle, actor=clerk_a)
    assert (stall.market_days, stall.market_words) == (kept, words)


def test_a_cycle_that_cannot_be_read_is_refused_with_how_to_write_it(stall_a: Station, clerk_a: Actor) -> None:
    with pytest.raises(BadInput, match="3,6,9"):
        set_market_days(station=stall_a, market_days="逢三六九", actor=clerk_a)
