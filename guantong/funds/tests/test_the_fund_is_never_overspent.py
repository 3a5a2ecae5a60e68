"""What is approved of a fund never exceeds it, whoever approves, and however many at once."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput, NotNow, Refusal
from guantong.funds import services
from guantong.funds.models import Fund, FundProject

Apply = Callable[..., FundProject]


def _screened(apply: Apply, clerk: Actor, asked: int) -> FundProject:
    return services.screen_project(project=apply(asked=asked), finding="未入项目库。", actor=clerk)


def test_more_than_is_left_is_refused_with_what_is_left(
    apply: Apply, clerk_a: Actor, director_a: Actor, fund_a: Fund
) -> None:
    first, second = (_screened(apply, clerk_a, asked) for asked in (700_000, 400_000))
    services.approve_project(project=first, approved=700_000, actor=director_a)
    with pytest.raises(BadInput, match="300,000"):
        services.approve_project(project=second, approved=400_000, actor=director_a)
    services.approve_project(project=second, approved=300_000, actor=director_a)
    fund_a.refresh_from_db()
    assert (fund_a.committed, fund_a.left) == (1_000_000, 0)


@given(sums=st.lists(st.integers(1, 600_000), min_size=1, max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_row_of_approvals_exceeds_it(
    apply: Apply, clerk_a: Actor, director_a: Actor, fund_a: Fund, sums: list[int]
) -> None:
    with transaction.atomic():
        approved = 0
        for asked in sums:
            project = _screened(apply, clerk_a, asked)
            try:
                services.approve_project(project=project, approved=asked, actor=director_a)
                approved += asked
            except BadInput:
                assert approved + asked > fund_a.amount
        fund_a.refresh_from_db()
        assert fund_a.committed == approved <= fund_a.amount
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_approve_at_once_only_what_fits_is_approved(
    apply: Apply, clerk_a: Actor, director_a: Actor, fund_a: Fund
) -> None:
    projects = [_screened(apply, clerk_a, 300_000) for _ in range(6)]
    start, refused = threading.Barrier(len(projects)), []

    def approve(project: FundProject) -> None:
        start.wait(10)
        try:
            services.approve_project(project=project, approved=300_000, actor=director_a)
        except Refusal as no:
            refused.append(no)
        finally:
            connection.close()

    threads = [threading.Thread(target=approve, args=(project,)) for project in projects]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    fund_a.refresh_from_db()
    assert (fund_a.committed, len(refused)) == (900_000, 3)
    assert FundProject.objects.filter(state="approved").count() == 3


@pytest.mark.django_db
def test_the_database_itself_refuses_more(fund_a: Fund) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Fund.objects.filter(pk=fund_a.pk).update(committed=fund_a.amount + 1)


def test_its_sum_cannot_be_cut_below_what_is_approved(
    apply: Apply, clerk_a: Actor, director_a: Actor, fund_a: Fund
) -> None:
    services.approve_project(project=_screened(apply, clerk_a, 300_000), approved=300_000, actor=director_a)
    with pytest.raises(BadInput) as no:
        services.adjust_fund(fund=fund_a, amount=299_999, reason="压减", actor=clerk_a)
    assert list(no.value.fields) == ["amount"]
    assert services.adjust_fund(fund=fund_a, amount=300_000, reason="压减", actor=clerk_a).left == 0


def test_it_is_settled_when_all_projects_have_come_to_their_end(
    apply: Apply, clerk_a: Actor, director_a: Actor, fund_a: Fund
) -> None:
    project = _screened(apply, clerk_a, 300_000)
    with pytest.raises(NotNow):
        services.settle_fund(fund=fund_a, actor=clerk_a)
    services.decline_project(project=project, reason="已列入项目库。", actor=clerk_a)
    settled = services.settle_fund(fund=fund_a, actor=clerk_a)
    assert settled.state == "closed"
    with pytest.raises(NotNow):
        apply(fund=settled)
