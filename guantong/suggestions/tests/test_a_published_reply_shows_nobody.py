"""Publication: the staff see the masked text first, and no number gets through whatever they write."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.suggestions import services
from guantong.suggestions.models import ReplyCategory, Suggestion
from guantong.suggestions.services import Reply

pytestmark = pytest.mark.django_db
PHONE, CARD = "13800138000", "45102819900101123X"


@pytest.fixture
def closed(draft_a: Suggestion, lead_to: Callable[..., Suggestion], deputy_a: Actor) -> Suggestion:
    services.revise_suggestion(
        suggestion=draft_a,
        title="关于村民黄素云家水渠的建议",
        body=f"村民黄素云，电话{PHONE}，身份证{CARD}。水渠塌了。",
        subject=draft_a.subject,
        actor=deputy_a,
    )
    reply = Reply(f"已与户主黄素云（{PHONE}）商定，修渠12米，投资1250000元。", ReplyCategory.RESOLVED)
    return lead_to(draft_a, "closed", reply=reply)


def test_the_form_offers_the_masked_text(client: Client, sign_in: Any, clerk_a: Actor, closed: Suggestion) -> None:
    page = sign_in(client, clerk_a).get(reverse("desk:move", args=[closed.pk, "publish_reply"]))
    offered = page.context["form"]["published_text"].value()
    assert not any(hidden in offered for hidden in (PHONE, CARD, "素云"))
    assert "水渠塌了" in offered
    assert "1250000元" in offered


def test_numbers_that_the_staff_put_back_are_masked_again(clerk_a: Actor, closed: Suggestion) -> None:
    shown = services.publish_reply(
        suggestion=closed, published_text=f"请联系黄女士 138 0013 8000，{CARD}。", actor=clerk_a
    )
    assert shown.published_at is not None
    assert "8000" not in shown.published_text
    assert "1123X" not in shown.published_text
    assert "黄女士" in shown.published_text


def test_only_the_staff_of_the_congress_publish(
    client: Client, sign_in: Any, department_a: Actor, closed: Suggestion
) -> None:
    page = sign_in(client, department_a).get(reverse("desk:move", args=[closed.pk, "publish_reply"]))
    assert page.status_code == 302
