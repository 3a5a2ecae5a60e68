"""The register of numbers: an office's own code before the year, each number once, each series by itself."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection, transaction

from guantong.base.now import acting_at
from guantong.base.refusals import BadInput
from guantong.matters.office_codes import SETTING
from guantong.matters.services import next_number, official_number
from guantong.regions.models import Region
from guantong.regions.services import adopt_setting

OWN = {"人常发": "乐人常发", "人意": "乐人意"}


def adopt(region: Region, value: Any, since: date = date(2026, 3, 1)) -> None:
    adopt_setting(key=SETTING, value=value, effective_from=since, basis="县人大常委会公文处理办法", region=region)


@pytest.fixture
def in_june() -> Any:
    with acting_at(datetime(2026, 6, 4, 2, tzinfo=UTC)):
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("in_june")
class TestCodes:
    def test_without_a_rule_it_is_the_countys_name_and_the_series(self, county_a: Region) -> None:
        assert next_number(region=county_a, series="人常发", year=2026) == "乐业人常发〔2026〕1号"

    def test_the_countys_own_code_goes_on_with_the_same_count(self, county_a: Region) -> None:
        next_number(region=county_a, series="人常发", year=2026)
        adopt(county_a, OWN)
        assert next_number(region=county_a, series="人常发", year=2026) == "乐人常发〔2026〕2号"
        assert next_number(region=county_a, series="人意", year=2026) == "乐人意〔2026〕1号"
        assert next_number(region=county_a, series="人常发", year=2027) == "乐人常发〔2027〕1号"

    def test_a_number_of_a_year_before_the_rule_keeps_its_pattern(self, county_a: Region) -> None:
        adopt(county_a, OWN)
        assert official_number(region=county_a, series="人常发", year=2025, count=7) == "乐业人常发〔2025〕7号"

    def test_a_rule_that_is_not_in_force_yet_does_not_count(self, county_a: Region) -> None:
        adopt(county_a, OWN, since=date(2026, 9, 1))
        assert next_number(region=county_a, series="人常发", year=2026) == "乐业人常发〔2026〕1号"

    def test_a_code_of_the_city_is_not_its_counties(self, county_a: Region, county_b: Region) -> None:
        assert county_a.parent is not None
        adopt(county_a.parent, {"人常发": "百人常发"})
        numbers = {next_number(region=region, series="人常发", year=2026) for region in (county_a, county_b)}
        assert len(numbers) == 2
        assert not any("百" in number for number in numbers)

    @pytest.mark.parametrize(
        "wrong",
        [
            {},
            "乐人常发",
            {"人常发": ""},
            {"人常发": 3},
            {"人常发": "乐人常发〔2026〕"},
            {"人常发": "乐" * 21},
            {"人常发": "乐人发", "人大发": "乐人发"},
            {"人意": "乐业人建"},
        ],
    )
    def test_codes_that_would_give_a_number_twice_or_none_are_not_adopted(self, county_a: Region, wrong: Any) -> None:
        with pytest.raises(BadInput, match="机关代字"):
            adopt(county_a, wrong)


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_get_eight_numbers_and_who_fails_leaves_no_gap(county_a: Region) -> None:
    adopt(county_a, OWN, since=date(2020, 1, 1))

    def one(place: int) -> str | None:
        try:
            with transaction.atomic():
                number = next_number(region=county_a, series="人常发", year=2026)
                if place % 2:
                    raise RuntimeError(number)
                return number
        except RuntimeError:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        given = [number for number in pool.map(one, range(16)) if number]
    assert sorted(given) == [f"乐人常发〔2026〕{count}号" for count in range(1, 9)]
