"""The pages of a vote: the voter's, the shared tablet's, the room's, the desk's, and what everybody reads."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.ballots import services
from guantong.ballots.models import Ballot, Envelope, Purpose
from guantong.ballots.selectors.results import result_of
from guantong.ballots.tests.conftest import FIRST, SECOND, Lead, entry, vote
from guantong.kernel.ballot_export import differences

MARK = re.compile(r'class="slip__no mono">([0-9A-Z]{8})<')
TOKEN = re.compile(r'name="vote_token" value="([^"]+)"')


def _text(answer: Any) -> str:
    return str(answer.content.decode())


def _token(answer: Any) -> str:
    found = TOKEN.search(_text(answer))
    assert found
    return found[1]


def _marked(answer: Any) -> str:
    found = MARK.search(_text(answer))
    assert found, _text(answer)
    return found[1]


def test_a_member_votes_and_sees_a_mark_and_the_same_again(
    client: Client, sign_in: Any, lead: Lead, members: list[Actor]
) -> None:
    ballot = lead()
    sign_in(client, members[0])
    assert ballot.title in _text(client.get(reverse("portal:ballots")))
    address = reverse("portal:vote", args=[ballot.pk])
    sent = {"vote_token": _token(client.get(address)), "item-1": "satisfied"}
    first, again = client.post(address, sent), client.post(address, sent)
    assert (first.status_code, again.status_code) == (200, 200)
    assert _marked(first) == _marked(again)
    assert "没有重复计算" in _text(again)
    assert "no-store" in first["Cache-Control"]
    assert Envelope.objects.count() == 1
    other = client.post(address, {"vote_token": str(uuid4()), "item-1": "dissatisfied"})
    assert other.status_code == 409
    assert Envelope.objects.count() == 1
    assert "已经投过票" in _text(client.get(address))


def test_no_session_message_or_cookie_keeps_the_mark(
    client: Client, sign_in: Any, lead: Lead, members: list[Actor]
) -> None:
    ballot = lead()
    sign_in(client, members[0])
    address = reverse("portal:vote", args=[ballot.pk])
    answer = client.post(address, {"vote_token": _token(client.get(address)), "item-1": "fair"})
    mark = _marked(answer)
    kept = [session.get_decoded() for session in Session.objects.all()]
    assert mark not in str(kept)
    assert mark not in str({name: cookie.value for name, cookie in client.cookies.items()})


def test_the_shared_tablet_takes_one_slip_after_another(client: Client, lead: Lead, clerk_a: Actor) -> None:
    ballot = lead()
    printed = services.print_slips(ballot=ballot, actor=clerk_a)
    for name, slip in printed[:3]:
        paper = client.post(reverse("portal:ballots"), {"slip_secret": slip.lower()})
        assert name in _text(paper)
        sent = {"vote_token": _token(paper), "slip_secret": slip.lower(), "item-1": "satisfied"}
        assert _marked(client.post(reverse("portal:vote", args=[ballot.pk]), sent))
    assert "没有这张投票条" in _text(client.post(reverse("portal:ballots"), {"slip_secret": "0000000000"}))
    assert "已经投过票" in _text(client.post(reverse("portal:ballots"), {"slip_secret": printed[0][1]}))
    assert Envelope.objects.count() == 3


def test_who_uses_the_tablet_next_cannot_call_the_mark_up_again(client: Client, lead: Lead, clerk_a: Actor) -> None:
    ballot = lead()
    (_name, slip), (_other, unused) = services.print_slips(ballot=ballot, actor=clerk_a)[:2]
    address, start = reverse("portal:vote", args=[ballot.pk]), reverse("portal:ballots")
    sent = {"vote_token": str(uuid4()), "slip_secret": slip, "item-1": "satisfied"}
    mark = _marked(client.post(address, sent))
    assert client.post(start, {"slip_secret": slip, "done": "1"})["Location"] == start
    again = client.post(address, sent, follow=True)
    assert mark not in _text(again)
    assert Envelope.objects.count() == 1
    client.post(start, {"slip_secret": unused, "done": "1"})
    assert _marked(client.post(address, {**sent, "vote_token": str(uuid4()), "slip_secret": unused}))


def test_too_many_ticks_come_back_with_the_paper_as_it_was(
    client: Client, sign_in: Any, lead: Lead, members: list[Actor]
) -> None:
    ballot = lead(options=["一", "二", "三"], purpose=Purpose.PROJECTS, places=1)
    sign_in(client, members[0])
    address = reverse("portal:vote", args=[ballot.pk])
    sent = {"vote_token": _token(client.get(address)), "choices": ["1", "3"]}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "最多选1项" in _text(refused)
    assert _text(refused).count(" checked") == 2
    assert _token(refused) == sent["vote_token"]
    assert _marked(client.post(address, {**sent, "choices": ["3"]}))


def test_strangers_and_other_people_find_no_paper(client: Client, sign_in: Any, lead: Lead, clerk_b: Actor) -> None:
    ballot = lead()
    address = reverse("portal:vote", args=[ballot.pk])
    assert client.get(address)["Location"] == reverse("portal:ballots")
    assert sign_in(client, clerk_b).get(address).status_code == 404
    assert client.get(reverse("desk:ballot-roll", args=[ballot.pk])).status_code == 404
    assert client.get(reverse("desk:matter", args=[ballot.pk])).status_code == 404
    assert client.get(reverse("portal:ballot-result", args=[ballot.pk])).status_code == 404
    assert client.get(reverse("portal:ballot-file", args=[ballot.pk])).status_code == 404


def test_the_desk_leads_a_ballot_from_draft_to_publication(
    client: Client, sign_in: Any, members: list[Actor], clerk_a: Actor, second_clerk_a: Actor
) -> None:
    sign_in(client, clerk_a)
    new = reverse("desk:draft-ballot")
    assert client.post(new, {"title": "测评"}).status_code == 422
    given = {
        "title": "饮水安全测评",
        "purpose": "satisfaction",
        "voters": "standing_committee",
        "options": "饮水安全\n",
    }
    assert client.post(new, given).status_code == 302
    ballot = Ballot.objects.get()

    def move(code: str, **fields: str) -> Any:
        address = reverse("desk:move", args=[ballot.pk, code])
        hidden = dict(re.findall(r'type="hidden" name="([a-z_]+)" value="([^"]*)"', _text(client.get(address))))
        typed = {name: hidden.get(value, value) for name, value in fields.items()}
        codes.update({name: hidden[value] for name, value in fields.items() if value in hidden})
        return client.post(address, {**hidden, **typed})

    codes: dict[str, str] = {}
    assert move("freeze").status_code == 302
    roll = reverse("desk:ballot-roll", args=[ballot.pk])
    client.post(roll, {"present": [str(row.pk) for row in ballot.roll.all()] + ["nonsense"]})
    wrong = move("open", first_secret="0000000000", second_secret="1111111111")
    assert wrong.status_code == 422
    opened = move("open", first_secret="first_secret_shown", second_secret="second_secret_shown")
    assert opened.status_code == 302, _text(opened)
    ballot.refresh_from_db()
    assert ballot.state == "open"
    vote(ballot, members[0])
    services.hand_out_paper(entry=entry(ballot, members[2]), actor=clerk_a)
    paper = reverse("desk:ballot-paper", args=[ballot.pk, entry(ballot, members[1]).pk])
    assert client.post(paper).status_code == 302
    slips = client.post(reverse("desk:ballot-slips", args=[ballot.pk]))
    assert "委员04" in _text(slips)
    assert "no-store" in slips["Cache-Control"]
    screen = _text(client.get(reverse("desk:ballot-screen", args=[ballot.pk]), headers={"hx-request": "true"}))
    assert "<html" not in screen
    assert screen.count("已投票<") == 1
    assert move("close").status_code == 302
    assert move("enter", papers="1\n1/2\n9").status_code == 422
    assert move("enter", papers="1\n1/2").status_code == 302
    sign_in(client, second_clerk_a)
    assert move("enter", papers="1/2\n1\n").status_code == 302
    assert move("count", first_secret="0000000000", second_secret=codes["second_secret"]).status_code == 422
    assert move("count", **codes).status_code == 302
    assert move("publish").status_code == 302
    ballot.refresh_from_db()
    counted = result_of(ballot)
    assert (counted.received, counted.void["overfull"], counted.counts[0].votes) == (3, 1, 2)


def test_the_page_shows_result_working_and_papers_and_the_file_counts_to_the_same(
    client: Client, sign_in: Any, lead: Lead, count: Lead, members: list[Actor], clerk_a: Actor
) -> None:
    ballot = lead()
    marks = [vote(ballot, member).mark for member in members[:8]]
    sign_in(client, clerk_a)
    page = reverse("desk:matter", args=[ballot.pk])
    assert "全部表决票" not in _text(client.get(page))
    published = count(ballot, publish=True)
    shown = _text(client.get(page))
    assert "即至少7票" in shown
    assert "地方组织法第五十一条" in shown
    public = Client()
    everybody = _text(public.get(reverse("portal:ballot-result", args=[ballot.pk])))
    assert all(mark in everybody for mark in marks)
    assert ballot.title in _text(public.get(reverse("portal:ballot-results", args=[published.region_id])))
    export = public.get(reverse("portal:ballot-file", args=[ballot.pk])).json()
    assert differences(export) == []
    assert len(export["papers"]) == result_of(published).received == 8
    assert not any(member.name in str(export) for member in members)


def test_a_small_group_is_warned_before_it_opens(
    client: Client, sign_in: Any, lead: Lead, clerk_a: Actor, members: list[Actor], draft: Lead
) -> None:
    ballot = draft()
    ballot.roll.exclude(pk__in=list(ballot.roll.values_list("pk", flat=True)[:3])).delete()
    lead(ballot, to="frozen")
    sign_in(client, clerk_a)
    assert "只有3人参加" in _text(client.get(reverse("desk:move", args=[ballot.pk, "open"])))
    assert "只有3人参加" in _text(client.get(reverse("desk:matter", args=[ballot.pk])))


@pytest.mark.parametrize("where", ["desk:ballots", "desk:ballot-roll", "desk:ballot-screen", "desk:matter"])
def test_a_page_asks_a_bounded_number_of_questions(
    client: Client, sign_in: Any, lead: Lead, clerk_a: Actor, where: str, django_assert_max_num_queries: Any
) -> None:
    ballot = lead()
    sign_in(client, clerk_a)
    address = reverse(where) if where == "desk:ballots" else reverse(where, args=[ballot.pk])
    client.get(address)
    with django_assert_max_num_queries(22):
        assert client.get(address).status_code == 200


def test_codes_are_nowhere_after_opening(lead: Lead) -> None:
    ballot = lead()
    ballot.refresh_from_db()
    assert FIRST not in str(vars(ballot))
    assert SECOND not in str(vars(ballot))
