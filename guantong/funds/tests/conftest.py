"""A county's fund, a suggestion that was handed over, and the people around a project."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.base.now import today
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy
from guantong.funds import services
from guantong.funds.models import Fund, FundProject
from guantong.regions.models import Organisation, Region
from guantong.suggestions import services as suggestions
from guantong.suggestions.models import Put, Subject, Suggestion

SUM = 1_000_000


@pytest.fixture
def finance_a(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    """An officer of the finance office of county A."""
    return hire("caizheng-a", "钱守业", Role.DEPARTMENT, body("caizheng"))


@pytest.fixture
def fund_a(county_a: Region, clerk_a: Actor) -> Fund:
    """A million yuan for this year."""
    return services.set_up_fund(
        region=county_a, year=today().year, amount=SUM, basis="县人大常委会第三次会议", actor=clerk_a
    )


@pytest.fixture
def suggestion_a(deputy_a: Actor, deputy_row_a: Deputy, clerk_a: Actor, department_a: Actor) -> Suggestion:
    """A suggestion that the water department handles."""
    draft = suggestions.draft_suggestion(
        lead=deputy_row_a, title="关于修缮民治村三组水渠的建议", body="水渠塌了十来米，请列入小型水利项目。",
        subject=Subject.FARMING, put=Put.BETWEEN, year=today().year, actor=deputy_a,
    )  # fmt: skip
    submitted = suggestions.submit_suggestion(suggestion=draft, actor=deputy_a)
    accepted = suggestions.accept_suggestion(suggestion=submitted, actor=clerk_a)
    water = Organisation.objects.get(pk=department_a.organisation_id)
    return suggestions.hand_over(suggestion=accepted, lead_unit=water, actor=clerk_a)


@pytest.fixture
def apply(fund_a: Fund, suggestion_a: Suggestion, department_a: Actor) -> Callable[..., FundProject]:
    """`apply(asked=300_000)`: the water department applies for the suggestion."""

    def make(**more: Any) -> FundProject:
        given = {
            "fund": fund_a, "suggestion": suggestion_a, "title": "民治村三组水渠修缮", "content": "修复水渠三百米。",
            "unit": Organisation.objects.get(pk=department_a.organisation_id), "asked": 300_000,
            "outside_pool": True, "actor": department_a,
        }  # fmt: skip
        return services.apply_for_fund(**{**given, **more})

    return make


@pytest.fixture
def site_photo() -> Callable[[], SimpleUploadedFile]:
    """`site_photo()`: a picture of the finished work."""

    def make() -> SimpleUploadedFile:
        buffer = io.BytesIO()
        Image.new("RGB", (64, 48), (90, 120, 60)).save(buffer, "JPEG")
        return SimpleUploadedFile("现场.jpg", buffer.getvalue(), "image/jpeg")

    return make


@pytest.fixture
def lead(
    clerk_a: Actor, director_a: Actor, department_a: Actor, finance_a: Actor, deputy_a: Actor, deputy_row_a: Deputy,
    site_photo: Callable[[], SimpleUploadedFile],
) -> Callable[..., FundProject]:  # fmt: skip
    """`lead(project, "built")`: lead a project that was applied for to a state; `rated` is beyond the last."""

    def steps() -> Iterator[tuple[str, Callable[[FundProject], FundProject]]]:
        yield "screened", lambda p: services.screen_project(project=p, finding="未入项目库。", actor=clerk_a)
        yield "approved", lambda p: services.approve_project(project=p, approved=250_000, actor=director_a)
        yield (
            "building",
            lambda p: services.sign_contract(
                project=p, contractor="山泉水利工程队", contracted=240_000, actor=department_a
            ),
        )
        yield "paid", lambda p: services.pay_project(project=p, amount=100_000, voucher="财拨1", actor=finance_a)
        yield (
            "built",
            lambda p: services.finish_project(
                project=p, work_done="三百米水渠已通水。", photos=site_photo(), actor=department_a
            ),
        )
        yield "accepted", lambda p: services.accept_project(project=p, witness=deputy_row_a, actor=clerk_a)
        yield "rated", lambda p: services.rate_project(project=p, rated=Satisfaction.SATISFIED, actor=deputy_a)

    def go(project: FundProject, to: str) -> FundProject:
        for name, step in steps():
            project = step(project)
            if name == to:
                return project
        raise AssertionError(f"nothing leads to {to}")

    return go
