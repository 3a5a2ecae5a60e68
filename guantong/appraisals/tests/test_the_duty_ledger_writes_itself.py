"""A deputy's ledger and yearly report are made of the records; their own, the congress's, nobody else's."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guantong.accounts.actors import Actor
from guantong.deputies.models import Deputy
from guantong.kernel.periods import Period

pytestmark = pytest.mark.django_db


def test_the_ledger_lists_what_a_deputy_did(
    client: Client, sign_in: Any, take_part: Any, suggest: Any, deputy_row_a: Deputy, deputy_a: Actor, half: Period
) -> None:
    held = take_part([deputy_row_a], visits=4)
    suggest()
    answer = sign_in(client, deputy_a).get(f"/desk/duty/{deputy_row_a.pk}/?period={half.code}")
    counts = {chapter.figure.code: chapter.count for chapter in answer.context["chapters"]}
    assert counts["activity_deputy_person_times"] == 1
    assert counts["household_visit_person_times"] == 4
    assert counts["suggestions_received"] == 1
    words = answer.content.decode()
    assert counts["suggestions_replied"] == 1
    assert words.count("关于修缮民治村三组水渠的建议") == 1
    assert f"/desk/m/{held.pk}/" in words
    assert "关于修缮民治村三组水渠的建议" in words
    before = client.get(f"/desk/duty/{deputy_row_a.pk}/?period={half.previous().code}")
    assert before.context["chapters"] == []


def test_the_report_to_voters_is_of_the_whole_year(
    client: Client, sign_in: Any, take_part: Any, deputy_row_a: Deputy, deputy_a: Actor, half: Period
) -> None:
    take_part([deputy_row_a], visits=4)
    answer = sign_in(client, deputy_a).get(f"/desk/duty/{deputy_row_a.pk}/report/?period={half.code}")
    words = answer.content.decode()
    assert f"{half.start.year}年述职报告" in words
    assert "接待群众" in words
    assert "/desk/m/" not in words


def test_the_ledger_is_the_deputys_own_and_the_congresss(
    client: Client, sign_in: Any, deputy_row_a: Deputy, deputy_a: Actor, second_deputy_a: Actor, clerk_a: Actor,
    clerk_b: Actor, department_a: Actor, keeper_a: Actor,
) -> None:  # fmt: skip
    address = f"/desk/duty/{deputy_row_a.pk}/"
    readers = (deputy_a, clerk_a, second_deputy_a, clerk_b, department_a, keeper_a)
    answers = [sign_in(client, actor).get(address).status_code for actor in readers]
    assert answers == [200, 200, 404, 404, 404, 404]
    assert sign_in(client, deputy_a).get("/desk/duty/")["Location"] == address
    assert deputy_row_a.name in sign_in(client, clerk_a).get("/desk/duty/").content.decode()
