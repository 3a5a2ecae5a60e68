"""Not satisfied: back to a unit for a month, heard anew, replied again; counted once as replied."""

from collections.abc import Callable
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import NotAllowed
from guantong.base.satisfaction import Satisfaction
from guantong.suggestions import services
from guantong.suggestions.models import HowContacted, ShareRole, Suggestion
from guantong.suggestions.tests.conftest import PLAIN

pytestmark = pytest.mark.django_db


@pytest.fixture
def rehandling(draft_a: Suggestion, lead_to: Callable[..., Suggestion]) -> Suggestion:
    return lead_to(draft_a, "rehandling")


def test_the_deputy_is_heard_again(rehandling: Suggestion, department_a: Actor) -> None:
    with pytest.raises(NotAllowed, match="请先登记沟通"):
        services.reply_to_suggestion(suggestion=rehandling, reply=PLAIN, actor=department_a)


def test_the_second_reply_is_rated_again_and_the_first_keeps_its_day(
    rehandling: Suggestion, department_a: Actor, deputy_a: Actor
) -> None:
    first = rehandling.first_replied_at
    heard = services.log_contact(
        suggestion=rehandling, at=now(), how=HowContacted.MEETING, who="农建业", notes="同意", actor=department_a
    )
    again = services.reply_to_suggestion(suggestion=heard, reply=PLAIN, actor=department_a)
    assert again.first_replied_at == first
    assert again.replied_at > first
    closed = services.rate_suggestion(
        suggestion=again, rated_process=Satisfaction.FAIR, rated_result=Satisfaction.FAIR, actor=deputy_a
    )
    assert (closed.state, closed.rehandled) == ("closed", 1)


def test_another_unit_may_take_it_over(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor, body: Callable[..., Any]
) -> None:
    moved = services.rehandle_suggestion(
        suggestion=lead_to(draft_a, "unsatisfied"), lead_unit=body("nongye"), reason="改由农业农村局", actor=clerk_a
    )
    assert moved.holder_id == body("nongye").pk
    assert moved.shares.get(role=ShareRole.LEAD).organisation_id == body("nongye").pk
