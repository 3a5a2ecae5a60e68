"""Handing back, merging, routing out, declining: always with a reason, always told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.now import acting_at, now
from guantong.base.refusals import BadInput, NotAllowed
from guantong.matters.models import Link
from guantong.notifications.models import Message
from guantong.opinions.models import Destination, Opinion
from guantong.opinions.services import (
    assign_opinion,
    decline_opinion,
    hand_back_opinion,
    merge_opinion,
    route_out_opinion,
    submit_opinion,
    withdraw_opinion,
)

pytestmark = pytest.mark.django_db


def test_a_department_hands_back_with_the_next_body_named(
    opinion_a: Opinion, walk: Callable[..., Opinion], department_a: Actor
) -> None:
    back = hand_back_opinion(
        opinion=walk(opinion_a, to="assigned"), reason="属农业农村部门职责", next_body="农业农村局", actor=department_a
    )
    assert (back.state, back.holder_id) == ("accepted", None)
    assert Entry.objects.get(chain=back.pk, action="hand_back").data["next_body"] == "农业农村局"
    assert list(back.clocks.filter(ended_at__isnull=True).values_list("code", flat=True)) == ["opinion.assign"]


def test_after_seven_working_days_it_is_too_late_to_hand_back(
    opinion_a: Opinion, walk: Callable[..., Opinion], department_a: Actor
) -> None:
    assigned = walk(opinion_a, to="assigned")
    with acting_at(now() + timedelta(days=15)), pytest.raises(NotAllowed, match="退回期限"):
        hand_back_opinion(opinion=assigned, reason="不属我局", next_body="交通运输局", actor=department_a)


def test_only_the_holder_answers_or_hands_back(
    opinion_a: Opinion, walk: Callable[..., Opinion], township_a: Actor
) -> None:
    with pytest.raises(NotAllowed, match="承办单位"):
        hand_back_opinion(opinion=walk(opinion_a, to="assigned"), reason="x", next_body="y", actor=township_a)


def test_another_countys_body_cannot_be_given_a_matter(
    opinion_a: Opinion, walk: Callable[..., Opinion], clerk_a: Actor, body: Any
) -> None:
    with pytest.raises(BadInput, match="本县"):
        assign_opinion(opinion=walk(opinion_a, to="accepted"), holder=body("shuili", "451029"), actor=clerk_a)


def test_the_body_is_told_when_it_gets_a_matter(
    opinion_a: Opinion, walk: Callable[..., Opinion], department_a: Actor
) -> None:
    walk(opinion_a, to="assigned")
    assert Message.objects.get().organisation_id == department_a.organisation_id


def test_a_merged_opinion_is_tied_to_the_one_that_goes_on(
    opinion_a: Opinion, opinion_b: Opinion, code_a: Any, spoken: Any, clerk_a: Actor
) -> None:
    again = submit_opinion(code=code_a, spoken=spoken("三组水渠塌了"))
    merged = merge_opinion(opinion=again, target=opinion_a, actor=clerk_a)
    assert merged.state == "merged"
    assert Link.objects.get(source_id=again.pk).target_id == opinion_a.pk
    for wrong in (merged, opinion_b):
        with pytest.raises(BadInput):
            merge_opinion(opinion=opinion_a, target=wrong, actor=clerk_a)


def test_a_petition_is_routed_out_with_words_for_the_person(opinion_a: Opinion, clerk_a: Actor) -> None:
    with pytest.raises(BadInput):
        route_out_opinion(opinion=opinion_a, destination=Destination.PETITION, reason="", actor=clerk_a)
    out = route_out_opinion(
        opinion=opinion_a, destination=Destination.PETITION, reason="请向县信访局提出，电话见公示栏。", actor=clerk_a
    )
    assert (out.state, out.routed_to) == ("routed_out", "petition")
    assert out.closed_at


@pytest.mark.parametrize("end", ["merged", "withdrawn", "declined", "routed_out"])
def test_nothing_is_merged_into_an_opinion_that_does_not_go_on(
    opinion_a: Opinion, code_a: Any, spoken: Any, clerk_a: Actor, end: str
) -> None:
    third, target = (submit_opinion(code=code_a, spoken=spoken(f"第{n}件")) for n in (1, 2))
    if end == "merged":
        merge_opinion(opinion=target, target=third, actor=clerk_a)
    elif end == "withdrawn":
        withdraw_opinion(opinion=target)
    elif end == "declined":
        decline_opinion(opinion=target, reason="内容不清", actor=clerk_a)
    else:
        route_out_opinion(opinion=target, destination=Destination.CRIME, reason="请报案。", actor=clerk_a)
    with pytest.raises(BadInput, match="不再办理"):
        merge_opinion(opinion=opinion_a, target=target, actor=clerk_a)
    opinion_a.refresh_from_db()
    assert opinion_a.state == "received"
