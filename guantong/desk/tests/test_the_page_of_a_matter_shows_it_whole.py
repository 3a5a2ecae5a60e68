"""The page of a matter: where it stands, what may be done, what it says, what happened."""

import pytest
from django.urls import reverse

from guantong.audit.models import Entry
from guantong.base.now import today
from guantong.desk.matter_page import matter_context
from guantong.opinions import services
from guantong.opinions.models import Track
from guantong.opinions.services.speaking import RAPID_SETTING
from guantong.regions.services import adopt_setting


@pytest.fixture
def url(opinion_a) -> str:
    return reverse("desk:matter", args=[opinion_a.pk])


@pytest.mark.parametrize("state", ["received", "accepted", "assigned", "answered", "closing", "closed", "confirmed"])
def test_it_costs_at_most_twelve_queries(
    client, sign_in, clerk_a, department_a, opinion_a, url, walk, state, django_assert_max_num_queries
) -> None:
    if state != "received":
        walk(opinion_a, to=state)
    for actor in (clerk_a, department_a) if state not in ("received", "accepted") else (clerk_a,):
        sign_in(client, actor)
        with django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200


def test_it_says_where_it_stands_and_by_which_rule(client, sign_in, clerk_a, opinion_a, url) -> None:
    text = sign_in(client, clerk_a).get(url).text
    for part in ("尚未编号", "已收到", "本级人大", "登记受理", "通行做法", "起计算", opinion_a.body):
        assert part in text, part


def test_it_offers_only_what_this_person_may_do_now(
    client, sign_in, clerk_a, department_a, opinion_a, url, walk
) -> None:
    labels = [b.label for b in sign_in(client, clerk_a).get(url).context["buttons"]]
    assert labels[0] == "受理"
    assert "答复" not in labels
    assert "列为速办" not in labels
    walk(opinion_a, to="assigned")
    assert [b.label for b in sign_in(client, department_a).get(url).context["buttons"]] == ["答复", "退回"]


def test_it_says_why_the_next_step_is_not_this_persons(client, sign_in, clerk_a, opinion_a, url, walk) -> None:
    walk(opinion_a, to="accepted")
    organisation = opinion_a.region.organisations.get(code="shuili")
    assigned = services.assign_opinion(opinion=opinion_a, holder=organisation, actor=clerk_a)
    text = sign_in(client, clerk_a).get(reverse("desk:matter", args=[assigned.pk])).text
    assert "只有承办单位的经办人可以进行这一步" in text


def test_a_hint_names_no_step_of_another_lane(client, sign_in, clerk_a, department_a, code_a, spoken, county_a) -> None:
    adopt_setting(
        key=RAPID_SETTING, value=["station"], effective_from=today(), basis="县民情速办工作方案", region=county_a
    )
    opinion = services.submit_opinion(code=code_a, spoken=spoken())
    assert opinion.lane == "rapid"
    page = sign_in(client, clerk_a).get(reverse("desk:matter", args=[opinion.pk]))
    assert page.context["why_not"] == ""
    assert {"列为速办", "列为限办", "列为督办件"} <= {b.label for b in page.context["buttons"]}
    opinion = services.triage_opinion(opinion=opinion, track=Track.FAST, actor=clerk_a)
    page = client.get(reverse("desk:matter", args=[opinion.pk]))
    assert page.context["why_not"] == ""
    assert "派单" in {b.label for b in page.context["buttons"]}
    assert "交部门办理" not in matter_context(opinion, department_a)["why_not"]


def test_the_history_says_a_body_once_and_tells_what_was_taken_away(
    client, sign_in, clerk_a, opinion_a, url, walk
) -> None:
    services.reopen_opinion(opinion=walk(opinion_a, to="answered"), reason="还是漏水。")
    entries = sign_in(client, clerk_a).get(url).context["entries"]
    assert next(entry.role for entry in entries if entry.who == clerk_a.name) == clerk_a.organisation_name
    assert "取消结果“已经解决”" in entries[-1].said


def test_another_countys_matter_does_not_exist(client, sign_in, clerk_b, department_b, city_clerk, opinion_a) -> None:
    addresses = [
        reverse("desk:matter", args=[opinion_a.pk]),
        reverse("desk:move", args=[opinion_a.pk, "accept"]),
        reverse("desk:duplicates", args=[opinion_a.pk]),
    ]
    for actor in (clerk_b, department_b):
        sign_in(client, actor)
        assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
        assert client.post(addresses[1], {"version": 1}).status_code == 404
        assert client.post(reverse("desk:contact", args=[opinion_a.pk])).status_code == 404
    assert sign_in(client, city_clerk).get(addresses[0]).status_code == 200


def test_a_department_does_not_see_what_it_never_held(client, sign_in, department_a, url) -> None:
    assert sign_in(client, department_a).get(url).status_code == 404


def test_the_history_tells_reasons_and_changes_in_words(client, sign_in, clerk_a, opinion_a, url, walk) -> None:
    walk(opinion_a, to="confirmed")
    text = sign_in(client, clerk_a).get(url).text
    for part in ("承办单位：", "答复：已派人修好", "结果：已经解决", "办理过程：满意", "办理结果：基本满意", "水利局"):
        assert part in text, part


def test_it_lists_the_figures_that_it_counts_in(client, sign_in, clerk_a, opinion_a, url, walk) -> None:
    names = [f.name for f in sign_in(client, clerk_a).get(url).context["figures"]]
    assert "收到意见建议" in names
    assert "办结意见建议" not in names
    walk(opinion_a, to="closed")
    assert "办结意见建议" in [f.name for f in client.get(url).context["figures"]]


def test_contact_data_is_masked_until_asked_for_and_that_leaves_an_entry(
    client, sign_in, clerk_a, code_a, spoken
) -> None:
    opinion = services.submit_opinion(code=code_a, spoken=spoken(contact_name="黄小妹", contact_phone="13877618000"))
    page = sign_in(client, clerk_a).get(reverse("desk:matter", args=[opinion.pk])).text
    assert "黄**" in page
    assert "138****8000" in page
    assert "13877618000" not in page
    shown = client.post(reverse("desk:contact", args=[opinion.pk]))
    assert "13877618000" in shown.text
    assert "no-store" in shown["Cache-Control"]
    last = Entry.objects.filter(chain=opinion.pk).latest("seq")
    assert (last.action, last.person_id) == ("view_contact", clerk_a.person_id)


def test_a_department_sees_no_contact_data(client, sign_in, department_a, code_a, spoken, walk) -> None:
    opinion = services.submit_opinion(code=code_a, spoken=spoken(contact_name="黄小妹", contact_phone="13877618000"))
    walk(opinion, to="assigned")
    text = sign_in(client, department_a).get(reverse("desk:matter", args=[opinion.pk])).text
    assert "黄**" not in text
    assert "138****" not in text
    assert client.post(reverse("desk:contact", args=[opinion.pk])).status_code == 404
