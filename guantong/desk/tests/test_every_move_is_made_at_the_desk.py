"""Every move of an opinion that a person makes has a form, and the form leads to its service."""

import pytest
from django.urls import reverse

from guantong.audit.models import Entry
from guantong.deputies.models import Station
from guantong.matters.actions import desk_of
from guantong.matters.models import Link
from guantong.matters.registry import kind_by_code
from guantong.opinions import services
from guantong.opinions.models import Opinion
from guantong.regions.services import adopt_setting


@pytest.fixture
def do(client, sign_in):
    """`do(clerk_a, opinion, "accept", reason="…")`: send the form of a move as this person."""

    def send(actor, opinion: Opinion, code: str, **typed):
        url = reverse("desk:move", args=[opinion.pk, code])
        sign_in(client, actor)
        version = Opinion.objects.get(pk=opinion.pk).version
        return client.post(url, {"version": version, **typed})

    return send


def state_of(opinion: Opinion) -> str:
    return Opinion.objects.get(pk=opinion.pk).state


def test_every_move_that_a_person_makes_has_its_form() -> None:
    moves = [m for m in kind_by_code("opinion").procedure.transitions if not m.automatic and not m.opens]
    assert {m.code for m in moves} == set(desk_of("opinion").forms)


def test_the_ordinary_course(do, clerk_a, second_clerk_a, department_a, opinion_a) -> None:
    assert do(clerk_a, opinion_a, "accept").status_code == 302
    assert do(clerk_a, opinion_a, "assign_department", holder="水利").status_code == 302
    assert do(department_a, opinion_a, "answer", answer="已修好。", outcome="resolved").status_code == 302
    assert do(department_a, opinion_a, "propose_close").status_code == 302
    assert do(second_clerk_a, opinion_a, "close").status_code == 302
    assert state_of(opinion_a) == "closed"
    assert do(clerk_a, opinion_a, "confirm", rated_process=3, rated_result=2).status_code == 302
    assert Opinion.objects.get(pk=opinion_a.pk).rated_result == 2
    assert do(clerk_a, opinion_a, "erase_contact").status_code == 302
    assert do(clerk_a, opinion_a, "reopen", reason="又塌了").status_code == 302
    assert state_of(opinion_a) == "accepted"


def test_whoever_answered_does_not_close_but_another_may_send_back(do, clerk_a, second_clerk_a, opinion_a) -> None:
    do(clerk_a, opinion_a, "accept")
    assert do(clerk_a, opinion_a, "answer_now", answer="已电话解释。", outcome="planned").status_code == 302
    do(clerk_a, opinion_a, "propose_close")
    refused = do(clerk_a, opinion_a, "close", reason="没问题")
    assert refused.status_code == 403
    assert "请由另一位工作人员办结" in refused.text
    assert do(second_clerk_a, opinion_a, "return_close", reason="没有写明时间").status_code == 302
    assert state_of(opinion_a) == "accepted"


def test_a_department_hands_back_with_reason_and_next_body(do, department_a, opinion_a, walk) -> None:
    walk(opinion_a, to="assigned")
    refused = do(department_a, opinion_a, "hand_back", reason="这是乡村道路")
    assert refused.status_code == 422
    assert "请填写建议承办单位。" in refused.text
    assert "这是乡村道路" in refused.text
    done = do(department_a, opinion_a, "hand_back", reason="这是乡村道路", next_body="乐业县交通运输局")
    assert done.status_code == 302
    assert (
        "建议承办单位" in str(Entry.objects.filter(chain=opinion_a.pk).latest("seq").data)
        or state_of(opinion_a) == "accepted"
    )


def test_an_extension_keeps_to_its_cap(do, clerk_a, opinion_a, walk) -> None:
    walk(opinion_a, to="assigned")
    refused = do(clerk_a, opinion_a, "extend", clock="opinion.department", amount=31, reason="雨季施工")
    assert refused.status_code == 422
    assert "最多还可延长30天" in refused.text
    assert do(clerk_a, opinion_a, "extend", clock="opinion.department", amount=30, reason="雨季").status_code == 302


def test_a_duplicate_is_merged_by_number(do, clerk_a, code_a, spoken, opinion_a, walk) -> None:
    other = walk(services.submit_opinion(code=code_a, spoken=spoken("民治三组水渠塌方。")), to="accepted")
    nothing = do(clerk_a, opinion_a, "merge", number="没有这个号")
    assert nothing.status_code == 422
    assert "本县没有这个编号或回执号的意见" in nothing.text
    assert do(clerk_a, opinion_a, "merge", number=other.number).status_code == 302
    assert Link.objects.filter(source_id=opinion_a.pk, target_id=other.pk).exists()


@pytest.mark.parametrize(
    ("destination", "word"), [("petition", "信访局"), ("litigation", "人民法院"), ("crime", "110")]
)
def test_who_is_sent_elsewhere_is_told_where(do, clerk_a, opinion_a, destination, word) -> None:
    assert do(clerk_a, opinion_a, "route_out", routed_to=destination).status_code == 302
    assert word in Entry.objects.filter(chain=opinion_a.pk).latest("seq").reason


def test_an_own_notice_is_kept_as_written(do, clerk_a, opinion_a) -> None:
    do(clerk_a, opinion_a, "route_out", routed_to="crime", reason="请到同乐派出所。")
    assert Entry.objects.filter(chain=opinion_a.pk).latest("seq").reason == "请到同乐派出所。"


def test_declining_and_withdrawing(do, clerk_a, opinion_a, code_a, spoken) -> None:
    assert do(clerk_a, opinion_a, "decline").status_code == 422
    assert do(clerk_a, opinion_a, "decline", reason="内容不清").status_code == 302
    other = services.submit_opinion(code=code_a, spoken=spoken("一件不想反映了的事。"))
    assert do(clerk_a, other, "withdraw").status_code == 302


def test_a_station_and_a_township_are_chosen_by_name(do, clerk_a, code_a, station_a: Station, spoken, walk) -> None:
    one, two = (walk(services.submit_opinion(code=code_a, spoken=spoken(f"第{n}件。")), to="accepted") for n in (1, 2))
    assert do(clerk_a, one, "assign_station", holder=station_a.name).status_code == 302
    refused = do(clerk_a, two, "assign_township", holder="不存在的乡")
    assert refused.status_code == 422
    assert "没有名称含" in refused.text
    assert do(clerk_a, two, "assign_township", holder="逻西乡人民政府").status_code == 302


def test_the_rapid_lane(do, clerk_a, county_a, code_a, spoken, today_rule) -> None:
    opinion = services.submit_opinion(code=code_a, spoken=spoken("自来水停了两天。"))
    assert opinion.lane == "rapid"
    assert do(clerk_a, opinion, "accept").status_code == 403
    assert do(clerk_a, opinion, "triage_fast").status_code == 302
    assert do(clerk_a, opinion, "dispatch", holder="乐业县水利局").status_code == 302
    assert Opinion.objects.get(pk=opinion.pk).track == "fast"


@pytest.fixture
def today_rule(county_a, django_capture_on_commit_callbacks):
    """County A takes what comes through its stations into the rapid lane."""
    from guantong.base.now import today
    from guantong.opinions.services.speaking import RAPID_SETTING

    with django_capture_on_commit_callbacks(execute=True):
        adopt_setting(key=RAPID_SETTING, value=["station"], effective_from=today(), basis="试点", region=county_a)


def test_the_second_of_two_is_told_who_did_what_and_keeps_the_text(
    client, sign_in, do, clerk_a, second_clerk_a, opinion_a
) -> None:
    do(clerk_a, opinion_a, "accept")
    url = reverse("desk:move", args=[opinion_a.pk, "decline"])
    late = sign_in(client, second_clerk_a).post(url, {"version": 1, "reason": "我写了很久的理由"})
    assert late.status_code == 409
    assert "黄素云" in late.text
    assert "受理" in late.text
    assert "我写了很久的理由" in late.text
    again = client.post(url, {"version": late.context["form"]["version"].value(), "reason": "我写了很久的理由"})
    assert again.status_code == 302


def test_looking_at_the_contact_does_not_confuse_the_second_of_two(client, sign_in, do, clerk_a, opinion_a) -> None:
    do(clerk_a, opinion_a, "accept")
    client.post(reverse("desk:contact", args=[opinion_a.pk]))
    late = client.post(reverse("desk:move", args=[opinion_a.pk, "decline"]), {"version": 1, "reason": "迟了"})
    assert late.status_code == 409
    assert "“受理”" in late.text


def test_a_form_opens_in_place_for_htmx_and_as_a_page_without(client, sign_in, clerk_a, opinion_a) -> None:
    sign_in(client, clerk_a)
    for code in ("accept", "merge", "route_out", "decline"):
        url = reverse("desk:move", args=[opinion_a.pk, code])
        assert "<html" in client.get(url).text
        assert "<html" not in client.get(url, headers={"HX-Request": "true"}).text


def test_a_form_of_a_move_that_is_not_ones_own_leads_back(client, sign_in, clerk_a, opinion_a) -> None:
    answer = sign_in(client, clerk_a).get(reverse("desk:move", args=[opinion_a.pk, "close"]), follow=True)
    assert "您现在不能对这件事项进行“办结”" in answer.text


def test_an_unknown_move_does_not_exist(client, sign_in, clerk_a, opinion_a) -> None:
    sign_in(client, clerk_a)
    for code in ("no-such", "submit", "remind"):
        assert client.get(reverse("desk:move", args=[opinion_a.pk, code])).status_code == 404


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40])
def test_a_spoilt_version_is_refused_politely(client, sign_in, clerk_a, opinion_a, version) -> None:
    url = reverse("desk:move", args=[opinion_a.pk, "accept"])
    assert sign_in(client, clerk_a).post(url, {"version": version}).status_code == 422
