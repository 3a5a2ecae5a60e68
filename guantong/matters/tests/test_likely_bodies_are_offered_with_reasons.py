"""Whoever hands a matter over is offered the likeliest bodies, with reasons; the county's own decisions count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from guantong.accounts.actors import Actor
from guantong.matters import likely_bodies as routing
from guantong.opinions import services as opinions
from guantong.opinions.handlers import bodies
from guantong.opinions.models import IntakeCode, Opinion, Outcome
from guantong.regions.models import Organisation, OrganisationKind

KINDS = (OrganisationKind.DEPARTMENT, OrganisationKind.TOWNSHIP)


@pytest.fixture(autouse=True)
def _taught_anew() -> Iterator[None]:
    routing.forget()
    yield
    routing.forget()


def _offered(opinion: Opinion) -> list[routing.LikelyBody]:
    return routing.likely_bodies(opinion, bodies(opinion.region_id, KINDS))


def test_a_ditch_is_the_water_departments(opinion_a: Opinion, department_a: Actor) -> None:
    first = _offered(opinion_a)[0]
    assert first.body.pk == department_a.organisation_id
    assert any("水渠" in reason for reason in first.reasons)


def test_no_more_than_three_are_offered_and_no_town_but_its_own(code_a: IntakeCode, spoken: Any) -> None:
    opinion = opinions.submit_opinion(code=code_a, spoken=spoken("请乡政府尽快调解村里的事，村委会管不了。"))
    found = _offered(opinion)
    assert len(found) == 3
    towns = [one.body.code for one in found if one.body.kind == OrganisationKind.TOWNSHIP]
    assert towns in ([], ["xiangzhen-451028203"])


def test_what_the_county_decided_before_counts(
    code_a: IntakeCode, spoken: Any, clerk_a: Actor, second_clerk_a: Actor, body: Callable[..., Organisation],
    hire: Callable[..., Actor],
) -> None:  # fmt: skip
    """This county lets the transport office see to the lamps of villages."""
    office = body("jiaotong")
    officer = hire("jiaotong-a", "周路生", "department", office)

    def lamp(number: int) -> Opinion:
        text = f"第{number}组的太阳能路灯不亮，请修一修。"
        return opinions.submit_opinion(code=code_a, spoken=spoken(text))

    cold = [one.body.code for one in _offered(lamp(0))]
    for number in range(1, 13):
        row = opinions.accept_opinion(opinion=lamp(number), actor=clerk_a)
        row = opinions.assign_opinion(opinion=row, holder=office, actor=clerk_a)
        row = opinions.answer_opinion(opinion=row, answer="修好了。", outcome=Outcome.RESOLVED, actor=officer)
        row = opinions.propose_close(opinion=row, actor=officer)
        opinions.close_opinion(opinion=row, actor=second_clerk_a)
    routing.forget()
    taught = [one.body.code for one in _offered(lamp(13))]
    assert cold[0] != "jiaotong"
    assert taught[0] == "jiaotong"


def test_the_form_of_handing_over_shows_them(
    client: Client, sign_in: Any, opinion_a: Opinion, clerk_a: Actor, walk: Callable[..., Opinion]
) -> None:
    accepted = walk(opinion_a, "accepted")
    page = sign_in(client, clerk_a).get(f"/desk/m/{accepted.pk}/do/assign_department/").content.decode()
    assert "可能的承办单位" in page
    assert "县水利局" in page.split("可能的承办单位")[1][:200]
