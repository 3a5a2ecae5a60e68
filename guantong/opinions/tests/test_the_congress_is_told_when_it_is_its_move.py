"""When a matter comes back to the congress, it says whose move it is, and the clerks read of it."""

from collections.abc import Callable

import pytest
from django.test import Client

from guantong.accounts.actors import Actor
from guantong.notifications.reading import messages_for
from guantong.opinions.models import Opinion
from guantong.opinions.services import hand_back_opinion, reopen_opinion

Walk = Callable[..., Opinion]


def _read(clerk: Actor) -> list[str]:
    return [message.text for message in messages_for(clerk)]


def test_what_is_handed_back_is_read_by_the_clerks(
    opinion_a: Opinion, walk: Walk, department_a: Actor, clerk_a: Actor, clerk_b: Actor
) -> None:
    hand_back_opinion(opinion=walk(opinion_a, "assigned"), reason="不属于职责", next_body="住建局", actor=department_a)
    assert _read(clerk_a) == ["承办单位退回了一件意见，请重新交办。"]
    assert _read(clerk_b) == []


def test_what_is_reopened_is_read_by_the_clerks(opinion_a: Opinion, walk: Walk, clerk_a: Actor) -> None:
    reopen_opinion(opinion=walk(opinion_a, "answered"), reason="还是没水")
    assert _read(clerk_a) == ["提出人要求重新办理一件意见，请重新交办。"]


@pytest.mark.parametrize("scope", ["mine", "open"])
def test_what_waits_to_be_closed_waits_for_the_congress(
    client: Client, sign_in: Callable[..., Client], opinion_a: Opinion, walk: Walk, clerk_a: Actor, department_a: Actor,
    scope: str,
) -> None:  # fmt: skip
    closing = walk(opinion_a, "closing")
    assert closing.holder is None
    assert "提请办结" in _read(clerk_a)[0]
    sign_in(client, clerk_a)
    assert str(closing.pk) in client.get(f"/desk/?scope={scope}").content.decode()
    page = client.get(f"/desk/m/{closing.pk}/").content.decode()
    assert "本级人大" in page.split("轮到：")[1][:40]
    assert client.get(f"/desk/m/{closing.pk}/").status_code == 200
    assert sign_in(client, department_a).get(f"/desk/m/{closing.pk}/").status_code == 200
