"""A project is applied for, screened, approved, built, paid, accepted with a deputy present, and rated by them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.attachments.models import Attachment
from guantong.audit.verification import faults
from guantong.base.now import today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy
from guantong.figures.definitions import definition
from guantong.figures.settle import differences
from guantong.figures.values import value
from guantong.funds import services
from guantong.funds.models import Fund, FundProject
from guantong.funds.procedures import FUND_PROJECT
from guantong.kernel.periods import Period
from guantong.regions.models import Organisation, Region

Apply = Callable[..., FundProject]
Lead = Callable[[FundProject, str], FundProject]


def test_every_figure_is_counted_from_its_records(apply: Apply, lead: Lead, county_a: Region) -> None:
    project = lead(apply(), "rated")
    amounts = {
        code: value(definition(code), county_a, Period.parse(str(today().year))).amount
        for code in (
            "suggestion_special_fund_amount", "suggestion_fund_approved", "suggestion_fund_paid",
            "suggestion_fund_projects_accepted", "suggestion_fund_satisfaction_rate",
        )
    }  # fmt: skip
    assert list(amounts.values()) == [1_000_000, 250_000, 100_000, 1, 100]
    assert (project.state, project.rated) == ("accepted", Satisfaction.SATISFIED)
    assert Attachment.objects.get(owner=project.pk).media_type == "image/jpeg"
    assert list(differences()) == []


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"asked": 0}, "asked"), ({"asked": 1_000_001}, "asked"), ({"outside_pool": False}, "outside_pool"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_fund_is_said_beside_its_field(apply: Apply, given: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as no:
        apply(**given)
    assert list(no.value.fields) == [field]


def test_only_a_suggestion_of_the_county_is_paid_for(apply: Apply, opinion_a: Any, department_b: Actor) -> None:
    with pytest.raises(BadInput) as no:
        apply(suggestion=opinion_a, unit=Organisation.objects.get(pk=department_b.organisation_id))
    assert sorted(no.value.fields) == ["suggestion", "unit"]


def test_whoever_screens_does_not_approve(apply: Apply, director_a: Actor, clerk_a: Actor) -> None:
    screened = services.screen_project(project=apply(), finding="可行。", actor=director_a)
    for who in (director_a, clerk_a):
        with pytest.raises(NotAllowed):
            services.approve_project(project=screened, approved=100, actor=who)


def test_no_more_is_agreed_or_paid_than_was_approved(
    apply: Apply, lead: Lead, department_a: Actor, finance_a: Actor
) -> None:
    approved = lead(apply(), "approved")
    with pytest.raises(BadInput, match="250,000"):
        services.sign_contract(project=approved, contractor="队", contracted=250_001, actor=department_a)
    building = services.sign_contract(project=approved, contractor="队", contracted=200_000, actor=department_a)
    services.pay_project(project=building, amount=150_000, voucher="财拨1", actor=finance_a)
    with pytest.raises(BadInput, match="50,000"):
        services.pay_project(project=building, amount=50_001, voucher="财拨2", actor=finance_a)
    with pytest.raises(BadInput, match="凭证号"):
        services.pay_project(project=building, amount=1, voucher="财拨1", actor=finance_a)
    with pytest.raises(NotAllowed):
        services.pay_project(project=building, amount=1, voucher="财拨3", actor=department_a)
    assert services.pay_project(project=building, amount=50_000, voucher="财拨2", actor=finance_a).paid == 200_000


def test_the_unit_does_not_accept_its_own_work(
    apply: Apply, lead: Lead, department_a: Actor, clerk_a: Actor, deputy_row_a: Deputy
) -> None:
    built = lead(apply(), "built")
    with pytest.raises(NotAllowed):
        services.accept_project(project=built, witness=deputy_row_a, actor=department_a)
    back = services.send_back(project=built, reason="渠底未抹平。", actor=clerk_a)
    assert (back.state, back.holder_id) == ("building", back.unit_id)


def test_only_the_deputy_who_was_there_rates_and_once(
    apply: Apply, lead: Lead, deputy_a: Actor, clerk_a: Actor
) -> None:
    accepted = lead(apply(), "accepted")
    with pytest.raises(NotAllowed):
        services.rate_project(project=accepted, rated=Satisfaction.FAIR, actor=clerk_a)
    rated = services.rate_project(project=accepted, rated=Satisfaction.FAIR, actor=deputy_a)
    with pytest.raises(NotAllowed):
        services.rate_project(project=rated, rated=Satisfaction.SATISFIED, actor=deputy_a)


def test_the_last_payment_may_follow_acceptance(apply: Apply, lead: Lead, finance_a: Actor) -> None:
    accepted = lead(apply(), "accepted")
    paid = services.pay_project(project=accepted, amount=140_000, voucher="财拨9", actor=finance_a)
    assert (paid.state, paid.paid) == ("accepted", 240_000)


@pytest.mark.parametrize("to", ["screened", "approved", "building", "built"])
def test_in_every_state_before_the_end_somebodys_time_runs(apply: Apply, lead: Lead, to: str) -> None:
    project = lead(apply(), to)
    assert project.clocks.filter(ended_at__isnull=True).count() == 1
    assert project.due_at.date() < today() + timedelta(days=400)


def test_every_move_that_is_not_legal_is_refused(apply: Apply, lead: Lead, clerk_a: Actor, finance_a: Actor) -> None:
    """The moves of the declaration that begin elsewhere, tried from where the project stands."""
    applied = apply()
    acts: dict[str, Callable[[], Any]] = {
        "approve": lambda: services.approve_project(project=applied, approved=1, actor=clerk_a),
        "send_back": lambda: services.send_back(project=applied, reason="否", actor=clerk_a),
        "extend": lambda: services.extend_building(project=applied, amount=1, reason="雨", actor=clerk_a),
    }
    assert set(acts) < {m.code for m in FUND_PROJECT.transitions if "applied" not in m.sources}
    for act in acts.values():
        with pytest.raises(NotNow):
            act()
    assert list(faults()) == []


def test_its_pages_are_made_and_read_at_the_desk(
    client: Any, sign_in: Any, fund_a: Fund, suggestion_a: Any, department_a: Actor, clerk_a: Actor, clerk_b: Actor
) -> None:
    form = {
        "fund": fund_a.pk, "suggestion": suggestion_a.pk, "unit": department_a.organisation_id, "title": "水渠修缮",
        "content": "修复水渠三百米。", "asked": "300000",
    }  # fmt: skip
    refused = sign_in(client, department_a).post("/desk/funds/apply/", form)
    assert refused.status_code == 422
    assert "修复水渠三百米。" in refused.content.decode()
    page = client.post("/desk/funds/apply/", {**form, "outside_pool": "on"})["Location"]
    sign_in(client, clerk_a)
    assert client.post(f"{page}do/screen/", {"version": 1, "finding": "未入项目库。"}).status_code == 302
    assert "未入项目库。" in client.get(page).content.decode()
    listed = client.get("/desk/funds/").content.decode()
    assert "100万元" in listed
    assert "水渠修缮" in listed
    assert sign_in(client, clerk_b).get(page).status_code == 404
    assert "水渠修缮" not in client.get("/desk/funds/").content.decode()
