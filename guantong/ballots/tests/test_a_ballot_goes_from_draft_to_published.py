"""The course of a ballot: who may do what when, what is sealed, what is counted, what follows."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.audit.verification import faults
from guantong.ballots import services
from guantong.ballots.models import Ballot, Body, Box, Envelope, Paper, Purpose, RollEntry, TellerSheet
from guantong.ballots.rules.settings import SETTINGS
from guantong.ballots.selectors.results import ballots_on, export_of, result_of
from guantong.ballots.selectors.roll import turnout_of
from guantong.ballots.tests.conftest import FAIR, FIRST, MEMBERS, NO, SECOND, YES, Lead, entry, vote, vote_by_slip
from guantong.base.now import today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.kernel.ballot_count import Next
from guantong.kernel.ballot_export import differences
from guantong.opinions.models import Opinion
from guantong.regions.models import Region
from guantong.regions.services import adopt_setting

ELEVEN = [f"项目{n}" for n in range(1, 12)]


def test_the_members_of_the_day_stand_on_the_roll_and_the_rule_has_its_basis(draft: Lead) -> None:
    ballot = draft()
    assert ballot.roll.count() == MEMBERS
    assert ballot.rule["quorum"]["basis"] == {"text": "地方组织法第五十一条", "mark": "S"}
    assert (ballot.rule["threshold"]["of"], ballot.rule["passing"]) == ("all", ["satisfied", "fair"])


def test_a_county_that_counts_satisfied_alone_says_so_in_a_dated_setting(draft: Lead, county_a: Region) -> None:
    adopt_setting(
        key=SETTINGS[Purpose.SATISFACTION],
        value={"passing": ["satisfied"]},
        effective_from=today(),
        basis="县人大常委会满意度测评办法",
        region=county_a,
    )
    ballot = draft()
    assert ballot.rule["passing"] == ["satisfied"]
    assert ballot.rule["threshold"]["basis"] == {"text": "县人大常委会满意度测评办法", "mark": "L"}
    assert ballot.rule["quorum"]["basis"]["mark"] == "S"


@pytest.mark.parametrize(
    "value", [{}, {"passing": ["chosen"]}, {"part": 3, "whole": 2}, {"of": "nobody"}, {"quorum": 1}, []]
)
def test_a_rule_that_cannot_be_worked_with_is_not_adopted(db: None, value: object) -> None:
    with pytest.raises(BadInput):
        adopt_setting(key=SETTINGS[Purpose.SATISFACTION], value=value, effective_from=today(), basis="办法")


def test_what_is_sealed_is_held_by_the_database(lead: Lead) -> None:
    ballot = lead(to="frozen")
    for change in (
        lambda: Ballot.objects.filter(pk=ballot.pk).update(rule={**ballot.rule, "passing": ["dissatisfied"]}),
        lambda: ballot.roll.all()[:1].get().delete(),
        lambda: RollEntry.objects.create(ballot=ballot, deputy_id=ballot.roll.values_list("deputy_id", flat=True)[0]),
    ):
        with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
            change()


def test_it_does_not_open_without_a_quorum(lead: Lead, clerk_a: Actor) -> None:
    ballot = lead(to="frozen", absent=7)
    with pytest.raises(NotNow, match="6人，不足法定人数7人"):
        services.open_ballot(ballot=ballot, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)


def test_only_the_congress_runs_it(lead: Lead, members: list[Actor], clerk_b: Actor, department_a: Actor) -> None:
    ballot = lead(to="frozen")
    for stranger in (members[0], clerk_b, department_a):
        with pytest.raises(NotAllowed):
            services.open_ballot(ballot=ballot, first_secret=FIRST, second_secret=SECOND, actor=stranger)
        with pytest.raises(NotAllowed):
            services.check_in(ballot=ballot, present=[], actor=stranger)


def test_the_result_is_read_after_counting_and_not_before(
    lead: Lead, count: Lead, members: list[Actor], clerk_a: Actor
) -> None:
    ballot = lead()
    marks = [
        vote(ballot, member, choices).mark
        for member, choices in zip(members, [YES] * 6 + [FAIR] * 3 + [NO], strict=False)
    ]
    with pytest.raises(NotNow):
        result_of(ballot)
    closed = services.close_ballot(ballot=ballot, actor=clerk_a)
    with pytest.raises(NotNow):
        result_of(closed)
    counted = services.count_ballot(ballot=closed, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
    result = result_of(counted)
    assert dict(result.counts[0].answers) == {"satisfied": 6, "fair": 3, "dissatisfied": 1, "blank": 0}
    assert (result.chosen, result.received, result.next) == (("1",), 10, Next.NOTHING)
    assert sorted(marks) == list(counted.papers.order_by("mark").values_list("mark", flat=True))
    assert not Box.objects.exists()
    assert not Envelope.objects.exists()


def test_the_box_opens_only_with_both_codes(lead: Lead, members: list[Actor], clerk_a: Actor) -> None:
    ballot = lead()
    vote(ballot, members[0])
    closed = services.close_ballot(ballot=ballot, actor=clerk_a)
    for codes in ((FIRST, "0000000000"), ("0000000000", SECOND), (SECOND, FIRST)):
        with pytest.raises(BadInput):
            services.count_ballot(ballot=closed, first_secret=codes[0], second_secret=codes[1], actor=clerk_a)
    typed = f"{FIRST[:5].lower()}  {FIRST[5:]}".replace("0", "o")
    counted = services.count_ballot(ballot=closed, first_secret=typed, second_secret=SECOND, actor=clerk_a)
    assert counted.state == "counted"


def test_nobody_votes_twice_unless_it_is_the_same_vote_sent_again(
    lead: Lead, count: Lead, members: list[Actor]
) -> None:
    ballot, token = lead(), uuid4()
    first = vote(ballot, members[0], YES, token)
    again = vote(ballot, members[0], YES, token)
    assert (first.mark, first.again, again.again) == (again.mark, False, True)
    with pytest.raises(NotNow, match="已经投过票"):
        vote(ballot, members[0], NO)
    assert Envelope.objects.count() == 1
    assert result_of(count(ballot)).counts[0].answers["satisfied"] == 1


def test_one_voter_cannot_use_the_page_of_another(lead: Lead, members: list[Actor]) -> None:
    ballot, token = lead(), uuid4()
    vote(ballot, members[0], YES, token)
    with pytest.raises(Exception, match="已经用过"):
        vote(ballot, members[1], NO, token)
    assert not entry(ballot, members[1]).voted
    vote(ballot, members[1], NO)


def test_who_is_absent_or_not_on_the_roll_does_not_vote(lead: Lead, members: list[Actor], clerk_a: Actor) -> None:
    ballot = lead(absent=1)
    with pytest.raises(NotNow, match="签到"):
        vote(ballot, members[-1])
    with pytest.raises(NotAllowed):
        vote(ballot, clerk_a)


def test_nothing_comes_in_before_opening_or_after_closing(lead: Lead, members: list[Actor], clerk_a: Actor) -> None:
    frozen = lead(to="frozen")
    with pytest.raises(NotNow, match="没有开始"):
        vote(frozen, members[0])
    ballot = services.open_ballot(ballot=frozen, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
    vote(frozen, members[0])  # as a page that was asked for before the opening does
    services.close_ballot(ballot=ballot, actor=clerk_a)
    with pytest.raises(NotNow, match="计一票"):
        vote(ballot, members[0])
    with pytest.raises(NotNow, match="截止"):
        vote(ballot, members[1])


def test_a_slip_votes_once_and_a_new_one_takes_the_place_of_the_old(lead: Lead, clerk_a: Actor) -> None:
    ballot = lead()
    old = services.print_slips(ballot=ballot, actor=clerk_a)
    new = services.print_slips(ballot=ballot, actor=clerk_a)
    assert [name for name, _slip in new] == [f"委员{n:02}" for n in range(1, MEMBERS + 1)]
    with pytest.raises(NotAllowed):
        vote_by_slip(ballot, old[0][1])
    vote_by_slip(ballot, f" {new[0][1][:5].lower()}-{new[0][1][5:]} ")
    with pytest.raises(NotNow):
        vote_by_slip(ballot, new[0][1])
    assert len(services.print_slips(ballot=ballot, actor=clerk_a)) == MEMBERS - 1


def test_paper_ballots_are_read_off_by_two_and_counted_beside_the_others(
    lead: Lead, members: list[Actor], clerk_a: Actor, second_clerk_a: Actor
) -> None:
    ballot = lead()
    for member in members[:4]:
        vote(ballot, member)
    for member in members[4:8]:
        services.hand_out_paper(entry=entry(ballot, member), actor=clerk_a)
    with pytest.raises(NotNow, match="纸质票"):
        vote(ballot, members[4])
    with pytest.raises(NotNow):
        services.hand_out_paper(entry=entry(ballot, members[0]), actor=clerk_a)
    closed = services.close_ballot(ballot=ballot, actor=clerk_a)
    read = [NO, YES, ("1-fair", "1-satisfied")]
    with pytest.raises(NotNow, match="两名监票人"):
        services.count_ballot(ballot=closed, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
    services.enter_paper_ballots(ballot=closed, papers=read, actor=clerk_a)
    services.enter_paper_ballots(ballot=closed, papers=[YES, NO, NO], actor=second_clerk_a)
    with pytest.raises(NotNow, match="不一致"):
        services.count_ballot(ballot=closed, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
    services.enter_paper_ballots(ballot=closed, papers=read[::-1], actor=second_clerk_a)
    counted = services.count_ballot(ballot=closed, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
    result = result_of(counted)
    assert (result.received, result.valid, dict(result.void)["overfull"]) == (7, 6, 1)
    assert dict(result.counts[0].answers) == {"satisfied": 5, "fair": 0, "dissatisfied": 1, "blank": 0}
    assert turnout_of(counted).handed_out == 8
    assert not TellerSheet.objects.exists()


def test_more_papers_than_were_handed_out_decide_nothing(
    lead: Lead, members: list[Actor], clerk_a: Actor, second_clerk_a: Actor
) -> None:
    ballot = lead()
    services.hand_out_paper(entry=entry(ballot, members[0]), actor=clerk_a)
    closed = services.close_ballot(ballot=ballot, actor=clerk_a)
    for teller in (clerk_a, second_clerk_a):
        services.enter_paper_ballots(ballot=closed, papers=[YES] * 9, actor=teller)
    counted = services.count_ballot(ballot=closed, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
    assert (result_of(counted).effective, result_of(counted).next) == (False, Next.ANEW)


def test_a_tie_is_decided_by_the_same_people_among_the_tied(
    lead: Lead, count: Lead, members: list[Actor], clerk_a: Actor
) -> None:
    ballot = lead(options=ELEVEN[:3], purpose=Purpose.PROJECTS, places=2, title="民生实事票决")
    with pytest.raises(BadInput, match="最多选2项"):
        vote(ballot, members[0], ("1", "2", "3"))
    for number, member in enumerate(members):
        vote(ballot, member, ("1", "2") if number < 7 else ("1", "3"))
    counted = count(ballot)
    assert (result_of(counted).chosen, result_of(counted).next) == (("1", "2"), Next.NOTHING)
    with pytest.raises(NotNow):
        services.draft_second_ballot(ballot=counted, actor=clerk_a)
    tied = lead(options=ELEVEN[:3], purpose=Purpose.PROJECTS, places=2, title="民生实事票决")
    for number, member in enumerate(members[:12]):
        vote(tied, member, ("1", "2") if number < 6 else ("1", "3"))
    published = count(tied, publish=True)
    assert (result_of(published).chosen, result_of(published).next) == (("1",), Next.REFILL)
    second = services.draft_second_ballot(ballot=published, actor=clerk_a)
    assert [option["label"] for option in second.rule["options"]] == ["项目2", "项目3"]
    assert (second.rule["places"], second.follows_id, second.roll.count()) == (1, published.pk, MEMBERS)
    with pytest.raises(NotAllowed, match="已经组织"):
        services.draft_second_ballot(ballot=published, actor=clerk_a)


def test_a_cancelled_ballot_leaves_nothing_that_could_be_read(lead: Lead, members: list[Actor], clerk_a: Actor) -> None:
    ballot = lead()
    vote(ballot, members[0])
    cancelled = services.cancel_ballot(ballot=ballot, reason="议程有变", actor=clerk_a)
    assert cancelled.state == "cancelled"
    assert not Envelope.objects.exists()
    with pytest.raises(NotNow):
        vote(ballot, members[1])


def test_a_counted_paper_is_never_changed_removed_or_added(lead: Lead, count: Lead, members: list[Actor]) -> None:
    ballot = lead()
    vote(ballot, members[0])
    counted = count(ballot)
    paper = Paper.objects.get()
    for change in (
        lambda: Paper.objects.update(choices=list(NO)),
        lambda: paper.delete(),
        lambda: Paper.objects.create(ballot=counted, mark="FALSCH", choices=list(NO)),
        lambda: RollEntry.objects.filter(voted=True).update(voted=False),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_published_file_counts_to_the_same_and_shows_every_change(
    lead: Lead, count: Lead, members: list[Actor], opinion_a: Opinion
) -> None:
    ballot = lead(subject=opinion_a)
    for member in members[:9]:
        vote(ballot, member)
    with pytest.raises(NotNow):
        export_of(ballot)
    export = export_of(count(ballot, publish=True))
    assert differences(export) == []
    assert [b.pk for b in ballots_on(opinion_a)] == [ballot.pk]
    changed = {**export, "papers": [{**export["papers"][0], "choices": list(NO)}, *export["papers"][1:]]}
    assert len(differences(changed)) >= 2


def test_the_ledger_has_the_seals_and_no_vote(lead: Lead, count: Lead, members: list[Actor]) -> None:
    ballot = lead()
    for member in members[:8]:
        vote(ballot, member)
    counted = count(ballot, publish=True)
    entries = list(Entry.objects.filter(chain=ballot.pk).order_by("seq"))
    assert [e.action for e in entries] == ["draft", "freeze", "open", "close", "count", "publish"]
    assert entries[2].data["papers_in_box"] == 0
    assert entries[3].data["papers_in_box"] == 8
    assert entries[4].data["changes"]["papers_digest"] == ["", counted.papers_digest]
    assert not [fault for fault in faults() if str(ballot.pk) in fault.where]


def test_another_countys_subject_and_an_empty_body_are_refused(
    draft: Lead, opinion_b: Opinion, county_b: Region, clerk_b: Actor
) -> None:
    with pytest.raises(BadInput) as no:
        draft(subject=opinion_b, options=["同", "同"])
    assert set(no.value.fields) == {"subject", "options"}
    with pytest.raises(BadInput) as no:
        services.draft_ballot(
            region=county_b,
            title="测评",
            voters=Body.STANDING_COMMITTEE,
            purpose=Purpose.SATISFACTION,
            options=["一"],
            actor=clerk_b,
        )
    assert set(no.value.fields) == {"voters"}
