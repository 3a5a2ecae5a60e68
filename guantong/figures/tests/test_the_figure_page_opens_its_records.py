"""A figure's page says what it is and lists its records, each with the way to its own page."""

import re
from typing import Any
from urllib.parse import unquote

from django.test import Client

from guantong.accounts.actors import Actor
from guantong.deputies.models import Activity
from guantong.figures.tests.conftest import Office
from guantong.opinions.models import Opinion

ASKED = "?region=451028&period=2025H1"


def _page(client: Client, code: str, more: str = "") -> str:
    return client.get(f"/figures/{code}/{ASKED}{more}").content.decode()


def test_every_record_leads_to_its_matter(client: Client, sign_in: Any, clerk_a: Actor, leye: Office) -> None:
    sign_in(client, clerk_a)
    page = _page(client, "opinions_collected")
    for opinion in Opinion.objects.filter(region="451028"):
        assert f"/desk/m/{opinion.pk}/" in page
    assert "统计期内收到的全部意见建议" in page


def test_a_visit_leads_to_its_activity(client: Client, sign_in: Any, clerk_a: Actor, leye: Office) -> None:
    page = _page(sign_in(client, clerk_a), "household_visit_person_times")
    for activity in Activity.objects.filter(region="451028"):
        assert f"/desk/m/{activity.pk}/" in page
    assert "第0户" in page
    assert ">123<" in page


def test_a_rate_shows_both_parts(client: Client, sign_in: Any, city_clerk: Actor, longlin: Office) -> None:
    address = "/figures/rapid_response_resolution_rate/?region=451031&period=2025H1"
    page = sign_in(client, city_clerk).get(address).content.decode()
    assert "85.7" in page
    assert re.search(r'rapid_response_requests_closed/\?[^"]*">6件', page)
    assert re.search(r'rapid_response_requests_collected/\?[^"]*">7件', page)


def test_a_department_sees_the_number_but_not_what_others_handle(
    client: Client, sign_in: Any, department_a: Actor, leye: Office
) -> None:
    page = _page(sign_in(client, department_a), "station_opinions_collected")
    handled, others = (Opinion.objects.filter(region="451028", state=s) for s in ("closed", "received"))
    assert all(f"/desk/m/{opinion.pk}/" in page for opinion in handled)
    assert not any(str(opinion.pk) in page or opinion.title in page for opinion in others)
    assert page.count("由其他单位办理") == others.count() == 2


def test_every_record_is_on_one_page_and_only_one(client: Client, sign_in: Any, clerk_a: Actor, leye: Office) -> None:
    leye.hear(leye.code(leye.station), 55)
    sign_in(client, clerk_a)
    seen: list[str] = []
    page, more = _page(client, "opinions_collected"), ""
    for _ in range(5):
        seen += re.findall(r'"/desk/m/([0-9a-f-]{36})/"', page)
        cursor = re.search(r'rel="next" href="[^"]*after=([^"#]+)', page)
        if not cursor:
            break
        more = f"&after={cursor[1]}"
        page = _page(client, "opinions_collected", more)
    assert len(seen) == len(set(seen)) == 61
    assert unquote(more) != ""


def test_a_cursor_that_is_not_ours_gives_the_first_page(
    client: Client, sign_in: Any, clerk_a: Actor, leye: Office
) -> None:
    sign_in(client, clerk_a)
    first = re.findall(r"/desk/m/[0-9a-f-]{36}/", _page(client, "opinions_collected"))
    for wrong in ("x", "%00", "AAAA", "MjAyNS0wMS0wMSB4", "zz" * 400, "5LiW55WM"):
        answer = client.get(f"/figures/opinions_collected/{ASKED}&after={wrong}")
        assert answer.status_code == 200
        assert re.findall(r"/desk/m/[0-9a-f-]{36}/", answer.content.decode()) == first
