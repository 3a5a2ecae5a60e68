"""Drafting, asking to sign, signing, and who may do it for whom."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput, Conflict, NotAllowed
from guantong.deputies.models import Deputy
from guantong.matters.selectors import visible
from guantong.suggestions import services
from guantong.suggestions.models import Put, Signature, Subject, Suggestion
from guantong.suggestions.tests.conftest import DRAFT

pytestmark = pytest.mark.django_db


def test_a_deputy_drafts_for_nobody_else(
    deputy_a: Actor, second_row_a: Deputy, department_a: Actor, clerk_b: Actor
) -> None:
    for actor in (deputy_a, department_a):
        with pytest.raises(NotAllowed):
            services.draft_suggestion(lead=second_row_a, actor=actor, **DRAFT)
    with pytest.raises(BadInput, match="本县"):
        services.draft_suggestion(lead=second_row_a, actor=clerk_b, **DRAFT)


def test_a_form_sent_twice_is_one_draft(deputy_a: Actor, deputy_row_a: Deputy) -> None:
    form = uuid4()
    one, two = (services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, form=form, **DRAFT) for _ in range(2))
    assert one.pk == two.pk
    with pytest.raises(Conflict):
        services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, form=form, **{**DRAFT, "title": "另一件"})


def test_a_session_has_its_name(deputy_a: Actor, deputy_row_a: Deputy) -> None:
    with pytest.raises(BadInput, match="哪次会议"):
        services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, put=Put.SESSION, **DRAFT)


def test_staff_act_only_for_deputies_without_an_account(
    clerk_a: Actor, old_deputy_a: Deputy, draft_a: Suggestion
) -> None:
    theirs = services.draft_suggestion(lead=old_deputy_a, actor=clerk_a, **DRAFT)
    assert services.submit_suggestion(suggestion=theirs, actor=clerk_a).state == "submitted"
    with pytest.raises(NotAllowed, match="本人"):
        services.submit_suggestion(suggestion=draft_a, actor=clerk_a)


def test_whoever_is_asked_sees_it_and_signs_for_themselves(
    draft_a: Suggestion, deputy_a: Actor, second_deputy_a: Actor, second_row_a: Deputy, clerk_a: Actor
) -> None:
    assert not visible(second_deputy_a).filter(pk=draft_a.pk).exists()
    services.ask_signatures(suggestion=draft_a, deputies=[second_row_a], actor=deputy_a)
    assert visible(second_deputy_a).filter(pk=draft_a.pk).exists()
    for actor in (deputy_a, clerk_a):
        with pytest.raises(NotAllowed, match="受邀请"):
            services.sign_suggestion(suggestion=draft_a, deputy=second_row_a, actor=actor)
    services.sign_suggestion(suggestion=draft_a, deputy=second_row_a, actor=second_deputy_a)
    with pytest.raises(NotAllowed):
        services.decline_signature(suggestion=draft_a, deputy=second_row_a, actor=second_deputy_a)
    assert Signature.objects.get().signed_at is not None


def test_staff_enter_the_paper_signature_of_one_without_an_account_and_of_no_other(
    draft_a: Suggestion,
    deputy_a: Actor,
    second_deputy_a: Actor,
    second_row_a: Deputy,
    old_deputy_a: Deputy,
    clerk_a: Actor,
) -> None:
    services.ask_signatures(suggestion=draft_a, deputies=[second_row_a, old_deputy_a], actor=deputy_a)
    for actor, deputy in ((clerk_a, second_row_a), (second_deputy_a, old_deputy_a)):
        with pytest.raises(BadInput, match="受邀请"):
            services.sign_suggestion(suggestion=draft_a, deputy=deputy, actor=actor)
    services.sign_suggestion(suggestion=draft_a, deputy=old_deputy_a, actor=clerk_a)
    assert Signature.objects.get(signed_at__isnull=False).deputy == old_deputy_a


def test_other_words_ask_for_the_signatures_again(
    draft_a: Suggestion, deputy_a: Actor, second_deputy_a: Actor, second_row_a: Deputy
) -> None:
    services.ask_signatures(suggestion=draft_a, deputies=[second_row_a], actor=deputy_a)
    services.sign_suggestion(suggestion=draft_a, deputy=second_row_a, actor=second_deputy_a)
    services.revise_suggestion(suggestion=draft_a, title="另一题", body="另一番话", subject=Subject.LAW, actor=deputy_a)
    assert Signature.objects.get().signed_at is None


def test_the_lead_and_another_countys_deputy_do_not_sign(
    draft_a: Suggestion, deputy_a: Actor, deputy_row_a: Deputy, second_row_a: Deputy, county_b: Any
) -> None:
    Deputy.objects.filter(pk=second_row_a.pk).update(region=county_b)
    for wrong in (deputy_row_a, Deputy.objects.get(pk=second_row_a.pk)):
        with pytest.raises(BadInput, match="领衔代表本人不用附议"):
            services.ask_signatures(suggestion=draft_a, deputies=[wrong], actor=deputy_a)


def test_after_the_hand_over_it_is_not_taken_back(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], deputy_a: Actor, clerk_a: Actor
) -> None:
    accepted = lead_to(draft_a, "accepted")
    with pytest.raises(NotAllowed):
        services.withdraw_suggestion(suggestion=accepted, actor=clerk_a)
    assert services.withdraw_suggestion(suggestion=accepted, actor=deputy_a).state == "withdrawn"
