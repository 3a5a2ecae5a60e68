"""Each clock of a suggestion: who starts it, when it is due, and on what it rests."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.now import CHINA, acting_at, local_day, now
from guantong.base.refusals import BadInput
from guantong.base.satisfaction import Satisfaction
from guantong.kernel.clock import Unit
from guantong.matters.models import Clock
from guantong.matters.services import sweep_overdue
from guantong.regions.services import adopt_setting
from guantong.suggestions import services
from guantong.suggestions.deadlines import RULES
from guantong.suggestions.models import HowContacted, ReplyCategory, Suggestion
from guantong.suggestions.services import Reply
from guantong.suggestions.tests.conftest import DRAFT

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 3, 3, 9, tzinfo=CHINA)


@pytest.fixture
def handed(deputy_a: Actor, deputy_row_a: Any, clerk_a: Actor, body: Callable[..., Any]) -> Callable[..., Suggestion]:
    """`handed(wide=True)`: handed over to the water department on 3 March 2025."""

    def make(**how: Any) -> Suggestion:
        with acting_at(MONDAY):
            made = services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, **DRAFT)
            made = services.submit_suggestion(suggestion=made, actor=deputy_a)
            made = services.accept_suggestion(suggestion=made, actor=clerk_a)
            return services.hand_over(suggestion=made, lead_unit=body("shuili"), actor=clerk_a, **how)

    return make


def running(suggestion: Suggestion) -> dict[str, date]:
    rows = suggestion.clocks.filter(ended_at__isnull=True)
    return {clock.code: local_day(clock.due_at) for clock in rows if clock.due_at}


def test_the_rules_say_what_the_dossier_says() -> None:
    said = {rule.code.split(".")[1]: (rule.amount, rule.unit, rule.basis.mark, rule.statutory) for rule in RULES}
    assert said["reply"] == (3, Unit.MONTHS, "S", True)
    assert said["reply_wide"] == (6, Unit.MONTHS, "S", True)
    assert said["object"] == (7, Unit.WORKDAYS, "L", False)
    assert said["countersign"] == (1, Unit.MONTHS, "L", False)
    assert said["feedback"] == (10, Unit.CALENDAR_DAYS, "L", False)
    assert said["rehandle"] == (1, Unit.MONTHS, "L", False)
    assert all("代表法第五十一条" in rule.basis.text for rule in RULES if rule.statutory)


def test_a_draft_waits_for_nobody_and_a_submitted_one_ten_days(draft_a: Suggestion, deputy_a: Actor) -> None:
    assert running(draft_a) == {}
    with acting_at(MONDAY):
        sent = services.submit_suggestion(suggestion=draft_a, actor=deputy_a)
    assert running(sent) == {"suggestion.hand_over": date(2025, 3, 13)}


@pytest.mark.parametrize(
    ("how", "due"),
    [
        ({}, {"suggestion.reply": date(2025, 6, 3)}),
        ({"wide": True}, {"suggestion.reply_wide": date(2025, 9, 3)}),
    ],
)
def test_the_law_gives_three_or_six_months_from_the_hand_over(
    handed: Callable[..., Suggestion], how: dict[str, Any], due: dict[str, date]
) -> None:
    assert running(handed(**how)) == due


@pytest.mark.parametrize("wide", [False, True])
def test_co_units_have_a_month_beside_it(
    handed: Callable[..., Suggestion], body: Callable[..., Any], wide: bool
) -> None:
    joint = running(handed(co_units=[body("jiaotong")], wide=wide))
    assert joint.pop("suggestion.countersign") == date(2025, 4, 3)
    assert list(joint) == ["suggestion.reply_wide" if wide else "suggestion.reply"]


def test_an_ordinary_one_may_be_given_what_the_law_gives_difficult_ones(
    handed: Callable[..., Suggestion], clerk_a: Actor
) -> None:
    with acting_at(MONDAY + timedelta(days=60)):
        longer = services.extend_suggestion(
            suggestion=handed(), clock="suggestion.reply", amount=3, reason="跨部门协调", actor=clerk_a
        )
        assert running(longer) == {"suggestion.reply": date(2025, 9, 3)}
        with pytest.raises(BadInput, match="最多还可延长 0"):
            services.extend_suggestion(
                suggestion=longer, clock="suggestion.reply", amount=1, reason="再延", actor=clerk_a
            )


@pytest.fixture
def replied(handed: Callable[..., Suggestion], department_a: Actor) -> Callable[..., Suggestion]:
    """`replied(reply)`: replied to on 13 March 2025."""

    def make(reply: Reply) -> Suggestion:
        with acting_at(MONDAY + timedelta(days=10)):
            one = services.log_contact(
                suggestion=handed(), at=now(), how=HowContacted.PHONE, who="农建业", notes="同意", actor=department_a
            )
            return services.reply_to_suggestion(suggestion=one, reply=reply, actor=department_a)

    return make


def test_the_deputy_has_ten_days_and_re_handling_takes_a_month(
    replied: Callable[..., Suggestion], deputy_a: Actor, clerk_a: Actor
) -> None:
    answered = replied(Reply("已解决。", ReplyCategory.RESOLVED))
    # The tenth day is Sunday 23 March.
    assert running(answered) == {"suggestion.feedback": date(2025, 3, 24)}
    with acting_at(MONDAY + timedelta(days=14)):
        no = services.rate_suggestion(
            suggestion=answered, rated_process=Satisfaction.FAIR, rated_result=Satisfaction.DISSATISFIED, actor=deputy_a
        )
        assert list(running(no)) == ["suggestion.hand_over"]
        again = services.rehandle_suggestion(suggestion=no, reason="没有工期", actor=clerk_a)
    assert running(again) == {"suggestion.rehandle": date(2025, 4, 17)}


def test_a_promise_is_due_on_the_day_that_it_names_years_away(
    replied: Callable[..., Suggestion], deputy_a: Actor
) -> None:
    promise = Reply("列入计划。", ReplyCategory.PLANNED, promise="修渠", promised_by=date(2027, 6, 30))
    with acting_at(MONDAY + timedelta(days=11)):
        tracked = services.rate_suggestion(
            suggestion=replied(promise), rated_process=Satisfaction.FAIR, rated_result=Satisfaction.FAIR, actor=deputy_a
        )
    assert running(tracked) == {"suggestion.promise": date(2027, 6, 30)}
    assert local_day(Suggestion.objects.get(pk=tracked.pk).due_at) == date(2027, 6, 30)


def test_a_county_sets_its_own_days_with_its_basis(replied: Callable[..., Suggestion], county_a: Any) -> None:
    adopt_setting(
        key="clock.suggestion.feedback",
        value={"amount": 5, "unit": "workdays"},
        effective_from=date(2025, 1, 1),
        basis="县代表建议办理办法",
        region=county_a,
    )
    assert running(replied(Reply("已解决。", ReplyCategory.RESOLVED))) == {"suggestion.feedback": date(2025, 3, 20)}


def test_becoming_late_is_reminded_supervised_and_reported(handed: Callable[..., Suggestion]) -> None:
    late = handed()
    for day in (date(2025, 6, 4), date(2025, 6, 7), date(2025, 6, 10), date(2025, 6, 14)):
        with acting_at(datetime(day.year, day.month, day.day, 8, tzinfo=CHINA)):
            sweep_overdue()
    actions = Entry.objects.filter(chain=late.pk).order_by("seq").values_list("action", flat=True)
    assert list(actions)[-3:] == ["remind", "supervise", "report_to_chair"]
    assert Clock.objects.get(matter=late.pk, code="suggestion.reply").stage == 3
