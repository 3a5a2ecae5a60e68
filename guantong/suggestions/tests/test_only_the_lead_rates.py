"""The deputy's rating comes from their own account, or from a photographed signature; from nobody else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.attachments.models import Attachment
from guantong.base.refusals import BadInput, NotAllowed
from guantong.base.satisfaction import Satisfaction
from guantong.suggestions import services
from guantong.suggestions.models import Suggestion

pytestmark = pytest.mark.django_db
GOOD = {"rated_process": Satisfaction.SATISFIED, "rated_result": Satisfaction.FAIR}


@pytest.fixture
def replied(draft_a: Suggestion, lead_to: Callable[..., Suggestion]) -> Suggestion:
    return lead_to(draft_a, "replied")


def test_everybody_else_is_refused(
    replied: Suggestion,
    clerk_a: Actor,
    director_a: Actor,
    department_a: Actor,
    second_deputy_a: Actor,
    keeper_a: Actor,
    clerk_b: Actor,
) -> None:
    for actor in (clerk_a, director_a, department_a, second_deputy_a, keeper_a, clerk_b, SYSTEM_ACTOR):
        for grades in (GOOD, {**GOOD, "rated_result": Satisfaction.DISSATISFIED}):
            with pytest.raises(NotAllowed, match="领衔代表本人"):
                services.rate_suggestion(suggestion=replied, actor=actor, **grades)


def test_the_lead_rates_process_and_result_apart(replied: Suggestion, deputy_a: Actor) -> None:
    rated = services.rate_suggestion(
        suggestion=replied, rated_process=Satisfaction.DISSATISFIED, rated_result=Satisfaction.SATISFIED, actor=deputy_a
    )
    assert (rated.rated_process, rated.rated_result, rated.state) == (1, 3, "closed")
    assert rated.rated_by_id == deputy_a.person_id
    assert rated.rating_slip_id is None


def test_paper_needs_its_photo_and_the_staff_of_the_congress(
    replied: Suggestion, clerk_a: Actor, deputy_a: Actor, department_a: Actor, slip: Callable[[], Any]
) -> None:
    for actor in (deputy_a, department_a):
        with pytest.raises(NotAllowed):
            services.rate_on_paper(suggestion=replied, slip=slip(), actor=actor, **GOOD)
    with pytest.raises(BadInput, match="打不开"):
        services.rate_on_paper(
            suggestion=replied, slip=SimpleUploadedFile("x.jpg", b"no picture"), actor=clerk_a, **GOOD
        )
    assert not Attachment.objects.exists()
    rated = services.rate_on_paper(suggestion=replied, slip=slip(), actor=clerk_a, **GOOD)
    assert rated.state == "closed"
    assert Attachment.objects.get(owner=rated.pk).pk == rated.rating_slip_id


def test_who_answered_does_not_rate_their_own_answer(replied: Suggestion, deputy_a: Actor) -> None:
    Suggestion.objects.filter(pk=replied.pk).update(replied_by=deputy_a.person_id)
    with pytest.raises(NotAllowed, match="答复人不能评价"):
        services.rate_suggestion(suggestion=replied, actor=deputy_a, **GOOD)


@pytest.mark.parametrize(
    "wrong",
    [
        {"rated_result": 3},
        {"reply_category": "resolved"},
        {"key_leader": "韦启明"},
        {"promise": "修渠"},
        {"published_text": "公开"},
        {"put": "session"},
    ],
)
def test_the_database_refuses_half_a_fact(draft_a: Suggestion, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Suggestion.objects.filter(pk=draft_a.pk).update(**wrong)
