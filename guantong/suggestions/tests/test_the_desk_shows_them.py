"""The list, the draft and the moves at the desk: errors beside their fields, nothing lost, nothing of others."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.deputies.models import Deputy
from guantong.matters.actions import desk_of
from guantong.suggestions import services
from guantong.suggestions.models import Share, Suggestion
from guantong.suggestions.procedures import SUGGESTION
from guantong.suggestions.services import Reply
from guantong.suggestions.tests.conftest import DRAFT

pytestmark = pytest.mark.django_db
LIST, NEW = "suggestions:list", "suggestions:draft"


@pytest.fixture
def do(client: Client, sign_in: Any) -> Callable[..., Any]:
    """`do(clerk_a, suggestion, "accept", reason="…")`: send the form of a move as this person."""

    def send(actor: Actor, suggestion: Suggestion, code: str, **typed: Any) -> Any:
        version = Suggestion.objects.get(pk=suggestion.pk).version
        url = reverse("desk:move", args=[suggestion.pk, code])
        return sign_in(client, actor).post(url, {"version": version, **typed})

    return send


def state_of(suggestion: Suggestion) -> str:
    return Suggestion.objects.get(pk=suggestion.pk).state


def filled(**more: Any) -> dict[str, Any]:
    return {"form": str(uuid4()), **DRAFT, "put": "between", "session": "", **more}


def test_every_move_that_a_person_makes_has_its_form() -> None:
    moves = {move.code for move in SUGGESTION.transitions if not move.automatic and not move.opens}
    # One button rates; which of its moves it makes depends on the result. One countersigns, being the last or not.
    inside = {"rate_unsatisfied", "rate_unsatisfied_on_paper", "countersign_last"}
    assert moves - set(desk_of("suggestion").forms) == inside


def test_the_whole_way_by_forms(
    do: Callable[..., Any],
    client: Client,
    sign_in: Any,
    deputy_a: Actor,
    second_deputy_a: Actor,
    second_row_a: Deputy,
    clerk_a: Actor,
    department_a: Actor,
    road_a: Actor,
    body: Any,
) -> None:
    assert sign_in(client, deputy_a).post(reverse(NEW), filled()).status_code == 302
    one = Suggestion.objects.get()
    steps: list[tuple[Actor, str, dict[str, Any]]] = [
        (deputy_a, "ask_signature", {"deputies": [second_row_a.pk]}),
        (second_deputy_a, "sign", {"deputy": second_row_a.pk}),
        (deputy_a, "submit", {}),
        (clerk_a, "accept", {}),
        (clerk_a, "hand_over", {"holder": "水利", "wide": "wide", "role": "co", "others": [body("jiaotong").pk]}),
        (clerk_a, "mark_key", {"leader": "韦启明"}),
        (road_a, "countersign", {"opinion": "同意。"}),
        (department_a, "log_contact", {"at": "", "how": "visit", "who": "农建业", "notes": "同意方案"}),
    ]
    for actor, code, typed in steps[:-1]:
        assert do(actor, one, code, **typed).status_code == 302, code
    at = client.get(reverse("desk:matter", args=[one.pk])) and Suggestion.objects.get(pk=one.pk).handed_over_at
    assert at is not None
    heard = {**steps[-1][2], "at": at.astimezone().strftime("%Y-%m-%dT%H:%M")}
    assert do(department_a, one, "log_contact", **heard).status_code == 302
    answered = {"reply": "列入计划。", "reply_category": "planned", "promise": "修渠", "promised_by": "2030-06-30"}
    assert do(department_a, one, "reply", **answered).status_code == 302
    assert do(deputy_a, one, "rate_to_track", rated_process=3, rated_result=2).status_code == 302
    assert do(department_a, one, "report_delivery", delivery="修好了。").status_code == 302
    assert do(clerk_a, one, "verify_delivery").status_code == 302
    assert state_of(one) == "closed"
    page = client.get(reverse("desk:matter", args=[one.pk])).content.decode()
    for said in ("韦小兰", "韦启明", "交通运输局", "同意方案", "B类", "已兑现", "办理结果：基本满意"):
        assert said in page


def test_not_satisfied_goes_through_the_same_button(
    do: Callable[..., Any], draft_a: Suggestion, lead_to: Callable[..., Suggestion], deputy_a: Actor, clerk_a: Actor
) -> None:
    replied = lead_to(draft_a, "replied")
    assert do(deputy_a, replied, "rate", rated_process=2, rated_result=1, reason="没有工期").status_code == 302
    assert do(clerk_a, replied, "rehandle", holder="", reason="写明工期").status_code == 302
    assert state_of(replied) == "rehandling"


def test_a_signed_paper_is_sent_with_its_photo(
    do: Callable[..., Any], draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor, slip: Any
) -> None:
    replied = lead_to(draft_a, "replied")
    without = do(clerk_a, replied, "rate_on_paper", rated_process=3, rated_result=3)
    assert without.status_code == 422
    assert without.context["form"].errors["photos"]
    assert 'enctype="multipart/form-data"' in without.content.decode()
    assert do(clerk_a, replied, "rate_on_paper", rated_process=3, rated_result=3, photos=slip()).status_code == 302
    assert state_of(replied) == "closed"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"body": "长" * 5001}, "body"),
        ({"subject": "party"}, "subject"),
        ({"put": "session"}, "session"),
        ({"put": ""}, "put"),
        ({"form": "x"}, "form"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_lost(
    client: Client, sign_in: Any, deputy_a: Actor, wrong: dict[str, Any], field: str
) -> None:
    typed = filled(**wrong)
    answer = sign_in(client, deputy_a).post(reverse(NEW), typed)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert answer.context["form"]["body"].value() == typed["body"]
    assert not Suggestion.objects.exists()


def test_staff_name_the_lead_deputy(client: Client, sign_in: Any, clerk_a: Actor, old_deputy_a: Deputy) -> None:
    staff = sign_in(client, clerk_a)
    assert staff.post(reverse(NEW), filled(lead="无此人")).context["form"].errors["lead"]
    assert staff.post(reverse(NEW), filled(lead="黄国安")).status_code == 302
    assert Suggestion.objects.get().lead == old_deputy_a


def test_a_promise_that_is_missing_is_asked_for_beside_its_field(
    do: Callable[..., Any], draft_a: Suggestion, lead_to: Callable[..., Suggestion], department_a: Actor
) -> None:
    refused = do(department_a, lead_to(draft_a, "heard"), "reply", reply="列入计划", reply_category="planned")
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"promise", "promised_by"}
    assert "列入计划" in refused.content.decode()


def test_the_page_says_why_the_reply_has_to_wait(
    client: Client, sign_in: Any, draft_a: Suggestion, lead_to: Callable[..., Suggestion], department_a: Actor
) -> None:
    page = sign_in(client, department_a).get(reverse("desk:matter", args=[lead_to(draft_a, "handling").pk]))
    assert "请先登记沟通" in page.content.decode()


def test_another_countys_does_not_exist(
    client: Client, sign_in: Any, clerk_b: Actor, second_deputy_a: Actor, draft_a: Suggestion
) -> None:
    for stranger in (clerk_b, second_deputy_a):
        signed_in = sign_in(client, stranger)
        assert signed_in.get(reverse("desk:matter", args=[draft_a.pk])).status_code == 404
        assert draft_a.title not in signed_in.get(reverse(LIST)).content.decode()


@pytest.mark.parametrize("actor", ["department_a", "keeper_a", "auditor"])
def test_only_deputies_and_the_congress_draft(
    client: Client, sign_in: Any, request: pytest.FixtureRequest, actor: str
) -> None:
    assert sign_in(client, request.getfixturevalue(actor)).get(reverse(NEW)).status_code == 404


def test_what_waits_for_somebody_is_theirs(
    client: Client,
    sign_in: Any,
    draft_a: Suggestion,
    lead_to: Callable[..., Suggestion],
    clerk_a: Actor,
    deputy_a: Actor,
    department_a: Actor,
    road_a: Actor,
    town_a: Actor,
    promised: Reply,
) -> None:
    def waits(actor: Actor) -> bool:
        rows = sign_in(client, actor).get(reverse(LIST), {"tab": "mine"}).context["rows"]
        return [row.pk for row, _state in rows] == [draft_a.pk]

    assert (waits(deputy_a), waits(clerk_a)) == (True, False)
    services.submit_suggestion(suggestion=draft_a, actor=deputy_a)
    assert (waits(deputy_a), waits(clerk_a)) == (False, True)
    services.accept_suggestion(suggestion=Suggestion.objects.get(), actor=clerk_a)
    water, road = (Share(organisation_id=o.organisation_id).organisation for o in (department_a, road_a))
    joint = services.hand_over(suggestion=draft_a, lead_unit=water, co_units=[road], actor=clerk_a)
    assert [waits(a) for a in (clerk_a, department_a, road_a, town_a)] == [False, True, True, False]
    services.countersign(suggestion=joint, opinion="同意", actor=road_a)
    assert not waits(road_a)


@pytest.mark.parametrize("tab", ["", "mine", "draft", "check", "handling", "replied", "tracking", "closed", "key", "x"])
@pytest.mark.parametrize("after", ["", "AAAA", "\x00"])
def test_the_list_asks_the_database_little(
    client: Client,
    sign_in: Any,
    draft_a: Suggestion,
    deputy_row_a: Deputy,
    deputy_a: Actor,
    tab: str,
    after: str,
    django_assert_max_num_queries: Any,
) -> None:
    for _n in range(30):
        services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, **DRAFT)
    signed_in = sign_in(client, deputy_a)
    with django_assert_max_num_queries(8):
        first = signed_in.get(reverse(LIST), {"tab": tab, "after": after})
    assert first.status_code == 200
    if tab == "draft":
        more = signed_in.get(reverse(LIST) + first.context["next_url"])
        assert (len(first.context["rows"]), len(more.context["rows"])) == (25, 6)


def test_the_page_of_a_matter_asks_the_database_little(
    client: Client,
    sign_in: Any,
    draft_a: Suggestion,
    lead_to: Callable[..., Suggestion],
    clerk_a: Actor,
    django_assert_max_num_queries: Any,
) -> None:
    closed = lead_to(draft_a, "delivered")
    signed_in = sign_in(client, clerk_a)
    with django_assert_max_num_queries(26):
        assert signed_in.get(reverse("desk:matter", args=[closed.pk])).status_code == 200
