"""Checking in: with the code of the screen, while it is open, once, by the deputy themself, of this county."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.now import acting_at, now, today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies import services
from guantong.deputies.check_in_codes import EVERY, GOOD_FOR, code_at, grouped, is_code
from guantong.deputies.models import Activity, Attendance, Deputy
from guantong.deputies.presence import presence_at

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]


@pytest.fixture
def opened(plan: Make, clerk_a: Actor, deputy_row_a: Deputy) -> Activity:
    """A sitting of the standing committee to which 李春生 is invited, at which deputies check in."""
    return services.open_check_in(activity=plan("sitting_in", deputies=[deputy_row_a]), actor=clerk_a)


@pytest.fixture
def scan(deputy_row_a: Deputy, deputy_a: Actor) -> Callable[..., Attendance]:
    """`scan(activity, code=…)`: 李春生 checks in, with the code of this minute unless told."""

    def act(activity: Activity, **more: Any) -> Attendance:
        given = {"deputy": deputy_row_a, "actor": deputy_a, "code": code_at(activity, now()), **more}
        return services.check_in(activity=activity, **given)

    return act


def test_who_scans_is_there_with_the_time(opened: Activity, scan: Make) -> None:
    row = scan(opened)
    assert row.checked_in_at is not None
    assert (row.came, row.invited) == (None, True)
    entry = Entry.objects.get(chain=opened.pk, action="check_in")
    assert (entry.author, entry.data["deputy"], entry.data["way"]) == ("李春生", "李春生", "code")


def test_a_second_scan_changes_nothing(opened: Activity, scan: Make, clerk_a: Actor) -> None:
    first = scan(opened)
    services.close_check_in(activity=Activity.objects.get(pk=opened.pk), actor=clerk_a)
    again = scan(opened, code="00000000")
    assert again.checked_in_at == first.checked_in_at
    assert Entry.objects.filter(chain=opened.pk, action="check_in").count() == 1


def test_a_code_changes_every_minute_and_is_good_for_some(opened: Activity, scan: Make) -> None:
    begin = now()
    old = code_at(opened, begin)
    assert len({code_at(opened, begin + EVERY * n) for n in range(GOOD_FOR)}) == GOOD_FOR
    assert is_code(opened, old, begin + EVERY * (GOOD_FOR - 1))
    assert not is_code(opened, old, begin + EVERY * GOOD_FOR)
    assert not is_code(opened, code_at(opened, begin + EVERY), begin)
    with acting_at(begin + EVERY * GOOD_FOR), pytest.raises(BadInput, match="换了"):
        scan(opened, code=old)
    assert presence_at(opened).came == 0


def test_digits_are_read_however_they_are_typed(opened: Activity) -> None:
    moment = now()
    code = code_at(opened, moment)
    wide = code.translate({ord("0") + n: ord("０") + n for n in range(10)})
    for typed in (grouped(code), f" {code[:2]}-{code[2:]} ", wide):
        assert is_code(opened, typed, moment)
    assert not is_code(opened, "", moment)


def test_each_activity_and_each_opening_has_codes_of_its_own(opened: Activity, plan: Make, clerk_a: Actor) -> None:
    moment = now()
    other = services.open_check_in(activity=plan("reception"), actor=clerk_a)
    with acting_at(moment + timedelta(seconds=1)):
        again = services.close_check_in(activity=opened, actor=clerk_a)
        again = services.open_check_in(activity=again, actor=clerk_a)
    assert len({code_at(one, moment) for one in (opened, other, again)}) == 3


def test_after_closing_holding_or_the_day_nobody_checks_in(
    plan: Make, hold: Make, scan: Make, clerk_a: Actor, deputy_row_a: Deputy
) -> None:
    def fresh() -> Activity:
        return services.open_check_in(activity=plan("sitting_in", deputies=[deputy_row_a]), actor=clerk_a)

    closed = services.close_check_in(activity=fresh(), actor=clerk_a)
    held = hold(fresh())
    called_off = services.cancel_activity(activity=fresh(), reason="改期", actor=clerk_a)
    assert held.check_in_closed_at is not None
    assert called_off.check_in_closed_at is not None
    for over in (closed, held, called_off):
        with pytest.raises(NotNow, match="签到已经结束"):
            scan(over)
    left_open = fresh()
    with acting_at(now() + timedelta(days=1)), pytest.raises(NotNow, match="签到已经结束"):
        scan(left_open)
    with pytest.raises(NotAllowed, match="没有进行签到"):
        services.close_check_in(activity=closed, actor=clerk_a)


def test_it_opens_on_its_day_only_and_again_after_closing(plan: Make, county_a: Any, clerk_a: Actor) -> None:
    later = services.plan_activity(
        title="接待日", category="reception", place=county_a, region=county_a,
        planned_for=today() + timedelta(days=1), actor=clerk_a,
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="当天"):
        services.open_check_in(activity=later, actor=clerk_a)
    first = services.close_check_in(
        activity=services.open_check_in(activity=plan("reception"), actor=clerk_a), actor=clerk_a
    )
    assert not first.takes_check_ins
    again = services.open_check_in(activity=first, actor=clerk_a)
    assert again.takes_check_ins
    with pytest.raises(NotAllowed, match="已经开始"):
        services.open_check_in(activity=again, actor=clerk_a)


def test_who_was_not_invited_checks_in_only_where_all_may_come(
    plan: Make, scan: Make, clerk_a: Actor, deputy_row_a: Deputy
) -> None:
    meeting = services.open_check_in(activity=plan("sitting_in"), actor=clerk_a)
    with pytest.raises(NotAllowed, match="名单上没有您"):
        scan(meeting)
    day = services.open_check_in(activity=plan("market_day"), actor=clerk_a)
    row = scan(day)
    assert (row.deputy, row.invited) == (deputy_row_a, False)


def test_a_deputy_of_another_county_is_refused(opened: Activity, county_b: Any, hire: Make, body: Make) -> None:
    from guantong.accounts.actors import SYSTEM_ACTOR
    from guantong.accounts.models import Person, Role
    from guantong.deputies.roster import register_deputy

    stranger = hire("deputy-b", "岑小田", Role.DEPUTY, body("deputy_affairs", county_b.pk))
    row = register_deputy(
        name="岑小田", level="county", region=county_b, place=county_b,
        person=Person.objects.get(pk=stranger.person_id), actor=SYSTEM_ACTOR,
    )  # fmt: skip
    Attendance.objects.create(activity=opened, deputy=row)
    with pytest.raises(NotAllowed, match="本县"):
        services.check_in(activity=opened, deputy=row, code=code_at(opened, now()), actor=stranger)


def test_nobody_checks_in_for_somebody_else(opened: Activity, scan: Make, clerk_a: Actor, enter: Make) -> None:
    for wrong in ({"actor": clerk_a}, {"deputy": enter("王小梅")}):
        with pytest.raises(NotAllowed, match="本人"):
            scan(opened, **wrong)


def test_who_had_asked_leave_and_comes_is_no_longer_on_leave(
    opened: Activity, scan: Make, deputy_row_a: Deputy, deputy_a: Actor
) -> None:
    services.ask_leave(activity=opened, deputy=deputy_row_a, reason="外出", actor=deputy_a)
    assert presence_at(opened).on_leave == 1
    scan(opened)
    presence = presence_at(opened)
    assert (presence.on_leave, presence.came, presence.absent) == (0, 1, 0)


def test_whoever_holds_it_without_a_list_takes_those_who_checked_in(
    opened: Activity, scan: Make, hold: Make, enter: Make, deputy_row_a: Deputy, clerk_a: Actor
) -> None:
    Attendance.objects.create(activity=opened, deputy=enter("王小梅"))
    scan(opened)
    held = hold(Activity.objects.get(pk=opened.pk), guests=["梁站长"])
    assert [str(row) for row in held.attendances.filter(came=True).order_by("pk")] == ["李春生", "梁站长"]
    entry = Entry.objects.get(chain=held.pk, action="hold")
    assert (entry.data["by_code"], entry.data["deputies"]) == (["李春生"], ["李春生"])


def test_the_record_tells_code_from_list_and_persons_from_person_times(
    plan: Make, scan: Make, hold: Make, enter: Make, deputy_row_a: Deputy, clerk_a: Actor, amount: Make
) -> None:
    mei = enter("王小梅")
    for _ in range(2):
        opened = services.open_check_in(activity=plan("reception", deputies=[deputy_row_a, mei]), actor=clerk_a)
        scan(opened)
        held = hold(Activity.objects.get(pk=opened.pk), deputies=[deputy_row_a, mei], guests=["梁站长"])
        presence = presence_at(held)
        assert (presence.came, presence.by_code, presence.guests, presence.present) == (2, 1, 1, 3)
    assert amount("activity_deputies") == 2
    assert amount("activity_deputy_person_times") == 4


def test_who_checked_in_and_left_is_not_counted(opened: Activity, scan: Make, hold: Make, amount: Make) -> None:
    scan(opened)
    held = hold(Activity.objects.get(pk=opened.pk), deputies=[])
    assert held.attendances.get().came is False
    assert held.attendances.get().checked_in_at is not None
    assert amount("sc_meeting_observer_person_times") == 0


def test_the_database_itself_keeps_a_guest_from_checking_in(opened: Activity) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(activity=opened, guest="梁站长", checked_in_at=now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(activity=opened, deputy=opened.deputies.get())


@pytest.mark.django_db(transaction=True)
def test_many_scans_at_once_are_one_attendance(
    plan: Make, deputy_a: Actor, deputy_row_a: Deputy, clerk_a: Actor
) -> None:
    day = services.open_check_in(activity=plan("market_day"), actor=clerk_a)
    start, found, wrong = threading.Barrier(6), [], []

    def scan() -> None:
        start.wait(10)
        try:
            row = services.check_in(activity=day, deputy=deputy_row_a, code=code_at(day, now()), actor=deputy_a)
            found.append(row.pk)
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=scan) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (wrong, len(found), len(set(found))) == ([], 6, 1)
    assert Attendance.objects.filter(activity=day, deputy=deputy_row_a).count() == 1
    assert Entry.objects.filter(chain=day.pk, action="check_in").count() == 1
