"""Personal data in a text for the public: numbers never survive, names with a cue do not, quantities do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.masking import mask_numbers, mask_personal

WORDS = st.text(alphabet="民治村三组的水渠塌了请修好，。：（）电话联系\n", max_size=12)
SPACE = st.sampled_from(["", " ", "-", "－", "  ", " - "[1:]])
phones = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
cards = st.from_regex(r"[1-8][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]{4}[0-9X]", fullmatch=True)
banks = st.from_regex(r"6[0-9]{15,18}", fullmatch=True)


def digits_of(text: str) -> str:
    return re.sub(r"[^0-9X]", "", text.translate({0xFF10 + n: str(n) for n in range(10)}))


def _spaced(number: str, gap: str) -> str:
    return gap.join(re.findall(".{1,4}", number))


@given(before=WORDS, number=st.one_of(phones, cards, banks), gap=SPACE, wide=st.booleans(), after=WORDS)
def test_no_phone_identity_or_bank_number_survives(before: str, number: str, gap: str, wide: bool, after: str) -> None:
    written = _spaced(number, gap)
    if wide:
        written = written.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
    for mask in (mask_numbers, mask_personal):
        assert digits_of(mask(before + written + after)) == ""


@given(st.text(max_size=80))
def test_masking_twice_changes_nothing(text: str) -> None:
    once = mask_numbers(text)
    assert mask_numbers(once) == once
    assert mask_personal(mask_personal(text)) == mask_personal(text)


@given(st.integers(0, 9_999_999_999), st.sampled_from(["元", "米", "人", "亩", "%"]))
def test_a_quantity_stays(amount: int, unit: str) -> None:
    assert mask_personal(f"今年投入{amount}{unit}。") == f"今年投入{amount}{unit}。"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("请联系村民黄素云。", "请联系村民黄某某。"),
        ("由韦大明先生和李女士反映", "由韦某某先生和李女士反映"),
        ("联系人：罗志平", "联系人：罗某某"),
        ("车牌桂A·12345", "车牌＊＊＊"),
        ("座机0776-7922345", "座机＊＊＊"),
        ("办公电话 7922345", "办公电话 ＊＊＊"),
        ("邮箱 lan.x@example.cn", "邮箱 ＊＊＊"),
        ("电话138.0013.8000", "电话＊＊＊"),
        ("2025.03.12-2025.04.15施工", "2025.03.12-2025.04.15施工"),
        ("乐水函〔2025〕3号，投资1250000元", "乐水函〔2025〕3号，投资1250000元"),
        ("全县群众和村民反映", "全县群众和村民反映"),
    ],
)
def test_what_goes_and_what_stays(text: str, masked: str) -> None:
    assert mask_personal(text) == masked
