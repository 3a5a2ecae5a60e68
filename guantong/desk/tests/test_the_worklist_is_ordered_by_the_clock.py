"""The worklist shows what waits, the most urgent first, in few queries."""

from django.urls import reverse

from guantong.matters.models import Matter
from guantong.matters.search import index_new_matters
from guantong.opinions import services
from guantong.opinions.receipts import grouped
from guantong.regions.models import Organisation

URL = "/desk/"


def test_the_most_urgent_stands_first(client, sign_in, clerk_a, code_a, spoken, walk) -> None:
    slow = services.submit_opinion(code=code_a, spoken=spoken("巷道路灯不亮，晚上看不见路。"))
    walk(slow, to="assigned")
    services.submit_opinion(code=code_a, spoken=spoken("垃圾桶三天没有清运了。"))
    text = sign_in(client, clerk_a).get(URL).text
    assert text.index("垃圾桶三天没有清运了") < text.index("巷道路灯不亮")
    assert "个工作日" in text


def test_a_page_of_25_rows_costs_at_most_six_queries(
    client, sign_in, clerk_a, city_clerk, code_a, spoken, django_assert_max_num_queries
) -> None:
    for n in range(30):
        services.submit_opinion(code=code_a, spoken=spoken(f"第{n}号路段积水。"))
    for actor in (clerk_a, city_clerk):
        sign_in(client, actor)
        with django_assert_max_num_queries(6):
            answer = client.get(URL)
        assert answer.text.count("<tr><td>") == 25


def test_the_next_page_begins_where_the_first_ended(client, sign_in, clerk_a, code_a, spoken) -> None:
    for n in range(30):
        services.submit_opinion(code=code_a, spoken=spoken(f"第{n}号路段积水。"))
    first = sign_in(client, clerk_a).get(URL)
    second = client.get(URL + first.context["next_url"])
    assert second.text.count("<tr><td>") == 5
    shown = [str(pk) for pk in Matter.objects.order_by("due_at", "id").values_list("pk", flat=True)[25:]]
    assert all(pk in second.text for pk in shown)


def test_another_county_is_not_in_it(client, sign_in, clerk_a, opinion_a, opinion_b) -> None:
    text = sign_in(client, clerk_a).get(URL).text
    assert str(opinion_a.pk) in text
    assert str(opinion_b.pk) not in text


def test_the_city_sees_all_counties_and_can_choose_one(client, sign_in, city_clerk, opinion_a, opinion_b) -> None:
    assert str(opinion_b.pk) in sign_in(client, city_clerk).get(URL).text
    text = client.get(URL, {"county": opinion_a.region_id}).text
    assert str(opinion_a.pk) in text
    assert str(opinion_b.pk) not in text


def test_a_department_sees_what_it_holds_and_later_what_it_held(client, sign_in, department_a, opinion_a, walk) -> None:
    assert str(opinion_a.pk) not in sign_in(client, department_a).get(URL).text
    opinion = walk(opinion_a, to="assigned")
    assert str(opinion.pk) in client.get(URL).text
    walk(opinion, to="closed")
    assert str(opinion.pk) not in client.get(URL).text
    assert str(opinion.pk) in client.get(URL, {"scope": "all"}).text


def test_a_matter_is_found_by_word_number_and_receipt(client, sign_in, clerk_a, opinion_a, walk) -> None:
    opinion = walk(opinion_a, to="accepted")
    index_new_matters()
    sign_in(client, clerk_a)
    for words in ("水渠", opinion.number, opinion.receipt, grouped(opinion.receipt).lower()):
        assert str(opinion.pk) in client.get(URL, {"q": words}).text, words
    assert "没有符合条件的事项" in client.get(URL, {"q": "飞机场"}).text


def test_a_department_does_not_find_what_it_never_held(client, sign_in, department_a, opinion_a) -> None:
    index_new_matters()
    for words in ("水渠", opinion_a.receipt):
        assert str(opinion_a.pk) not in sign_in(client, department_a).get(URL, {"q": words}).text


def test_only_late_ones_on_request(client, sign_in, clerk_a, opinion_a, later) -> None:
    sign_in(client, clerk_a)
    assert str(opinion_a.pk) not in client.get(URL, {"late": "1"}).text
    with later(days=10):
        text = client.get(URL, {"late": "1"}).text
    assert str(opinion_a.pk) in text
    assert "已超" in text


def test_mine_are_those_that_wait_for_the_congress(client, sign_in, clerk_a, opinion_a, walk) -> None:
    sign_in(client, clerk_a)
    assert str(opinion_a.pk) in client.get(URL, {"scope": "mine"}).text
    walk(opinion_a, to="assigned")
    assert str(opinion_a.pk) not in client.get(URL, {"scope": "mine"}).text


def test_htmx_gets_the_rows_alone(client, sign_in, clerk_a, opinion_a) -> None:
    text = sign_in(client, clerk_a).get(URL, headers={"HX-Request": "true"}).text
    assert text.lstrip().startswith('<div id="worklist"')
    assert "<html" not in text


def test_nonsense_in_the_address_is_left_out(client, sign_in, clerk_a, opinion_a) -> None:
    asked = {"scope": "x", "at": "y.z", "county": "四五", "after": "!!", "q": "\x00"}
    answer = sign_in(client, clerk_a).get(URL, asked)
    assert answer.status_code == 200
    assert str(opinion_a.pk) in answer.text


def test_a_title_cannot_bring_its_own_markup(client, sign_in, clerk_a, code_a, spoken) -> None:
    services.submit_opinion(code=code_a, spoken=spoken("<script>alert(1)</script>"))
    assert "<script>alert" not in sign_in(client, clerk_a).get(reverse("desk:worklist")).text


def test_the_holder_is_named(client, sign_in, clerk_a, opinion_a, walk, department_a) -> None:
    walk(opinion_a, to="assigned")
    name = Organisation.objects.get(pk=department_a.organisation_id).name
    assert name in sign_in(client, clerk_a).get(URL).text
