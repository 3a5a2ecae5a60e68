"""One form counts once; what was corrected in it is never dropped in silence."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from guantong.base.refusals import BadInput, Conflict
from guantong.opinions import services as opinions
from guantong.opinions.models import Channel, Opinion
from guantong.opinions.services.spoken import MOST_PHOTOS, Spoken, phone_number

pytestmark = pytest.mark.django_db
FIRST = Spoken(uuid4(), "水渠塌了。", "三组", "老黄", "13800138000", photos=("a" * 64,))


@pytest.mark.parametrize(
    "corrected",
    [
        {"body": "路灯不亮。"},
        {"where": "四组"},
        {"contact_name": "老韦"},
        {"contact_phone": "13900139000"},
        {"photos": ("a" * 64, "b" * 64)},
    ],
    ids=lambda c: next(iter(c)),
)
def test_a_corrected_form_is_another_opinion(code_a: Any, corrected: dict[str, Any]) -> None:
    opinions.submit_opinion(code=code_a, spoken=FIRST)
    with pytest.raises(Conflict, match="已经提交过另一件意见"):
        opinions.submit_opinion(code=code_a, spoken=replace(FIRST, **corrected))
    assert Opinion.objects.count() == 1


@pytest.mark.parametrize(
    "again", [{}, {"contact_phone": " 138-0013-8000"}, {"body": "水渠塌了。\n"}, {"photos": ()}], ids=repr
)
def test_the_same_form_gives_the_same_opinion(code_a: Any, again: dict[str, Any]) -> None:
    first = opinions.submit_opinion(code=code_a, spoken=FIRST)
    assert opinions.submit_opinion(code=code_a, spoken=replace(FIRST, **again)).pk == first.pk


@pytest.mark.parametrize("corrected", [{"slip": "0512-02"}, {"channel": Channel.PHONE}], ids=repr)
def test_what_staff_correct_counts_too(code_a: Any, keeper_a: Any, corrected: dict[str, Any]) -> None:
    given = {"code": code_a, "spoken": FIRST, "channel": Channel.PAPER, "slip": "0512-01", "actor": keeper_a}
    opinions.record_opinion(**given)
    with pytest.raises(Conflict):
        opinions.record_opinion(**{**given, **corrected})


@pytest.mark.parametrize("typed", ["not a phone !!", "12345", "1" * 16, "一三八"])
def test_what_is_no_phone_number_is_refused_by_whichever_door(code_a: Any, typed: str) -> None:
    with pytest.raises(BadInput) as no:
        opinions.submit_opinion(code=code_a, spoken=replace(FIRST, contact_phone=typed))
    assert set(no.value.fields) == {"contact_phone"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("138 0013 8000", "13800138000"),
        ("(0776) 123-4567", "07761234567"),
        ("＋８６１３８００１３８０００", "+8613800138000"),
    ],
)
def test_a_phone_number_is_kept_as_digits(typed: str, kept: str) -> None:
    assert phone_number(typed) == kept


def test_more_photos_than_declared_are_refused(code_a: Any) -> None:
    many = tuple(f"{n:064}" for n in range(MOST_PHOTOS + 1))
    with pytest.raises(BadInput, match="最多4张"):
        opinions.submit_opinion(code=code_a, spoken=replace(FIRST, photos=many))
