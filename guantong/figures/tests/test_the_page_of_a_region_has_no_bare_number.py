"""Every number on a region's page leads to its records: those of its sentences, its tiles and its comparison."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from guantong.accounts.actors import Actor
from guantong.figures.report import half_year
from guantong.figures.tests.conftest import Office
from guantong.kernel.periods import Period
from guantong.regions.models import Region


def _page(client: Client, region: str, more: str = "") -> str:
    return client.get(f"/figures/?region={region}&period=2025H1{more}").content.decode()


def _row(page: str, name: str) -> str:
    found = re.search(rf'<tr><th scope="row"[^>]*><a [^>]*>{name}.*?</tr>', page, re.DOTALL)
    assert found is not None
    return found[0]


def test_each_number_of_a_sentence_leads_to_its_figure(
    client: Client, sign_in: Any, clerk_a: Actor, leye: Office
) -> None:
    page = _page(sign_in(client, clerk_a), "451028")
    assert re.search(r'举办代表履职活动<a href="/figures/deputy_activities_held/\?region=451028[^"]*">3</a>场次', page)
    for sentence in re.findall(r'<p class="soft">(.*?)</p>', page):
        assert not re.search(r"\d", re.sub(r"<a .*?</a>", "", sentence)), sentence


def test_the_comparison_has_the_city_and_every_county_in_one_row(
    client: Client, sign_in: Any, city_clerk: Actor, half_year_of_four: Region, period: Period
) -> None:
    page = _page(sign_in(client, city_clerk), "451000")
    report = half_year(half_year_of_four, period)
    row = _row(page, "联络站收集意见建议")
    links = re.findall(r"/station_opinions_collected/\?region=(\d+)", row)
    assert links == ["451000", *(county.region.code for county in report.counties)]
    assert page.count("各县（市、区）对照") == 1


def test_counties_stand_in_the_order_of_the_figure_that_was_pressed(
    client: Client, sign_in: Any, city_clerk: Actor, half_year_of_four: Region
) -> None:
    page = _page(sign_in(client, city_clerk), "451000", "&sort=-station_opinions_collected")
    row = _row(page, "联络站收集意见建议")
    assert 'aria-sort="descending"' in row
    numbers = [int(n) for n in re.findall(r">(\d+)</a>\s*</td>", row)[1:]]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) > 1
