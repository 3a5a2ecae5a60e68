"""What a unit must do before it replies, what it may refuse, and what is never its to decide."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.now import acting_at, now
from guantong.base.refusals import BadInput, NotAllowed
from guantong.matters.policies import permitted_moves
from guantong.matters.selectors import visible
from guantong.notifications.models import Message
from guantong.suggestions import services
from guantong.suggestions.models import HowContacted, ShareRole, Suggestion
from guantong.suggestions.procedures import SUGGESTION
from guantong.suggestions.tests.conftest import DRAFT, PLAIN

pytestmark = pytest.mark.django_db
ENDS = {move.code for move in SUGGESTION.transitions if move.target in ("closed", "merged", "withdrawn")}


def hear(suggestion: Suggestion, actor: Actor, how: HowContacted = HowContacted.PHONE) -> Suggestion:
    return services.log_contact(suggestion=suggestion, at=now(), how=how, who="农建业", notes="同意", actor=actor)


def test_no_unit_ever_ends_one(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], department_a: Actor, road_a: Actor
) -> None:
    for state in ("submitted", "accepted", "handling", "replied", "unsatisfied", "tracking", "delivered"):
        fresh = Suggestion.objects.get(pk=draft_a.pk)
        stands = lead_to(_again(fresh), state)
        for unit in (department_a, road_a):
            assert not ENDS & {move.code for move in permitted_moves(unit, stands)}


def _again(like: Suggestion) -> Suggestion:
    actor = Actor("deputy", like.lead.name, like.region_id, like.holder_id, "", like.lead.person_id)
    return services.draft_suggestion(lead=like.lead, actor=actor, **DRAFT)


def test_the_deputy_is_heard_before_the_reply(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], department_a: Actor
) -> None:
    handling = lead_to(draft_a, "handling")
    with pytest.raises(NotAllowed, match="代表法第五十一条"):
        services.reply_to_suggestion(suggestion=handling, reply=PLAIN, actor=department_a)
    heard = hear(handling, department_a)
    assert heard.met_at is None
    assert services.reply_to_suggestion(suggestion=heard, reply=PLAIN, actor=department_a).state == "replied"


def test_every_co_unit_gives_its_opinion_before_the_reply(
    draft_a: Suggestion,
    lead_to: Callable[..., Suggestion],
    clerk_a: Actor,
    department_a: Actor,
    road_a: Actor,
    town_a: Actor,
    body: Callable[..., Any],
) -> None:
    joint = services.hand_over(
        suggestion=lead_to(draft_a, "accepted"),
        lead_unit=body("shuili"),
        co_units=[body("jiaotong")],
        split_units=[body("caizheng")],
        actor=clerk_a,
    )
    assert visible(road_a).filter(pk=joint.pk).exists()
    hear(joint, department_a)
    with pytest.raises(NotAllowed, match=r"交通运输局.*财政局"):
        services.reply_to_suggestion(suggestion=joint, reply=PLAIN, actor=department_a)
    services.countersign(suggestion=joint, opinion="路由我局让出。", actor=road_a)
    with pytest.raises(NotAllowed, match="协办、分办单位"):
        services.countersign(suggestion=joint, opinion="再说一次", actor=road_a)
    assert joint.clocks.filter(code="suggestion.countersign", ended_at__isnull=True).exists()
    services.countersign(suggestion=joint, opinion="资金已落实。", actor=town_a)
    assert not joint.clocks.filter(code="suggestion.countersign", ended_at__isnull=True).exists()
    assert services.reply_to_suggestion(suggestion=joint, reply=PLAIN, actor=department_a).state == "replied"


def test_an_objection_in_time_is_handed_over_anew(
    draft_a: Suggestion,
    lead_to: Callable[..., Suggestion],
    department_a: Actor,
    clerk_a: Actor,
    body: Callable[..., Any],
) -> None:
    back = services.object_to_hand_over(
        suggestion=lead_to(draft_a, "handling"), reason="属乡村道路", next_body="交通运输局", actor=department_a
    )
    assert (back.state, back.holder_id, back.handed_over_at) == ("accepted", None, None)
    assert Entry.objects.filter(chain=back.pk).latest("seq").data["next_body"] == "交通运输局"
    anew = services.hand_over(suggestion=back, lead_unit=body("jiaotong"), actor=clerk_a)
    assert anew.shares.get(role=ShareRole.LEAD).organisation.code == "jiaotong"
    assert [c.code for c in anew.clocks.filter(ended_at__isnull=True)] == ["suggestion.reply"]


def test_an_objection_after_seven_working_days_is_too_late(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], department_a: Actor
) -> None:
    handling = lead_to(draft_a, "handling")
    with acting_at(now() + timedelta(days=16)), pytest.raises(NotAllowed, match="7个工作日"):
        services.object_to_hand_over(suggestion=handling, reason="不属我局", next_body="别局", actor=department_a)


def test_it_goes_to_units_of_the_county_each_once(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor, body: Callable[..., Any]
) -> None:
    accepted = lead_to(draft_a, "accepted")
    for wrong in (body("shuili", "451029"), body("standing_committee")):
        with pytest.raises(BadInput, match="本县的承办单位"):
            services.hand_over(suggestion=accepted, lead_unit=wrong, actor=clerk_a)
    with pytest.raises(BadInput, match="只能选一次"):
        services.hand_over(suggestion=accepted, lead_unit=body("shuili"), co_units=[body("shuili")], actor=clerk_a)


def test_all_units_are_told(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor, body: Callable[..., Any]
) -> None:
    services.hand_over(
        suggestion=lead_to(draft_a, "accepted"), lead_unit=body("shuili"), co_units=[body("jiaotong")], actor=clerk_a
    )
    told = Message.objects.filter(subject=draft_a.pk).values_list("organisation__code", flat=True)
    assert {"shuili", "jiaotong"} <= set(told)


@pytest.mark.parametrize("days", [1, -1])
def test_a_contact_lies_between_the_hand_over_and_now(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], department_a: Actor, days: int
) -> None:
    handling = lead_to(draft_a, "handling")
    with pytest.raises(BadInput):
        services.log_contact(
            suggestion=handling,
            at=now() + timedelta(days=days),
            how=HowContacted.VISIT,
            who="农建业",
            notes="谈过",
            actor=department_a,
        )
