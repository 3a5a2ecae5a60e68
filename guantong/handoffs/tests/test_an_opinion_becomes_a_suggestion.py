"""An opinion left to a deputy: one draft, tied to it, without names; whoever asked is told and follows on."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.base.refusals import NotAllowed, NotNow
from guantong.deputies.models import Deputy
from guantong.handoffs.opinion_to_suggestion import opinion_to_suggestion
from guantong.matters.models import Link, LinkKind
from guantong.notifications.models import Message
from guantong.opinions.models import Opinion
from guantong.opinions.services import submit_opinion
from guantong.portal.page_of_opinion import page_of
from guantong.suggestions import services
from guantong.suggestions.models import Subject, Suggestion

pytestmark = pytest.mark.django_db
WORDS = {"title": "关于修缮水渠的建议", "body": "水渠塌了十来米。", "subject": Subject.FARMING}


def test_the_two_are_tied_and_the_deputy_is_told(
    opinion_a: Opinion, deputy_row_a: Deputy, deputy_a: Actor, clerk_a: Actor
) -> None:
    made = opinion_to_suggestion(opinion=opinion_a, lead=deputy_row_a, actor=clerk_a, **WORDS)
    opinion_a.refresh_from_db()
    assert (opinion_a.state, made.state, made.lead) == ("became", "draft", deputy_row_a)
    assert Link.objects.get().kind == LinkKind.BECAME
    assert Message.objects.filter(subject=made.pk, organisation_id=deputy_a.organisation_id).exists()
    assert services.submit_suggestion(suggestion=made, actor=deputy_a).state == "submitted"


def test_only_the_congress_leaves_it_and_only_before_somebody_handles(
    opinion_a: Opinion,
    deputy_row_a: Deputy,
    deputy_a: Actor,
    clerk_a: Actor,
    clerk_b: Actor,
    walk: Callable[..., Opinion],
) -> None:
    for actor in (deputy_a, clerk_b):
        with pytest.raises(NotAllowed):
            opinion_to_suggestion(opinion=opinion_a, lead=deputy_row_a, actor=actor, **WORDS)
    with pytest.raises(NotNow):
        opinion_to_suggestion(opinion=walk(opinion_a, "assigned"), lead=deputy_row_a, actor=clerk_a, **WORDS)
    assert not Suggestion.objects.exists()


def test_the_form_begins_with_the_words_but_not_the_name(
    client: Client, sign_in: Any, clerk_a: Actor, deputy_row_a: Deputy, code_a: Any, spoken: Any
) -> None:
    said = submit_opinion(code=code_a, spoken=spoken("村民韦大明家门口路灯坏了，电话13800138000。"))
    url = reverse("desk:move", args=[said.pk, "become_suggestion"])
    staff = sign_in(client, clerk_a)
    offered = staff.get(url).context["form"]["body"].value()
    assert offered.startswith("村民韦某某家门口路灯坏了")
    assert "138" not in offered
    typed = {"version": said.version, "lead": "无此人", **WORDS}
    assert staff.post(url, typed).context["form"].errors["lead"]
    assert staff.post(url, {**typed, "lead": deputy_row_a.name}).status_code == 302
    assert Suggestion.objects.get().body == WORDS["body"]


def test_whoever_asked_follows_the_suggestion_on(
    opinion_a: Opinion, deputy_row_a: Deputy, deputy_a: Actor, clerk_a: Actor, body: Any
) -> None:
    made = opinion_to_suggestion(opinion=opinion_a, lead=deputy_row_a, actor=clerk_a, **WORDS)
    gone = Opinion.objects.get(pk=opinion_a.pk)
    assert page_of(gone)["suggestion"].label == "起草中"
    made = services.submit_suggestion(suggestion=made, actor=deputy_a)
    made = services.accept_suggestion(suggestion=made, actor=clerk_a)
    services.hand_over(suggestion=made, lead_unit=body("shuili"), actor=clerk_a)
    told = page_of(gone)["suggestion"]
    assert (told.label, told.unit, told.replied, told.published) == ("办理中", "乐业县水利局", False, "")
    assert told.number
