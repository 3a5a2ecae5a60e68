"""Long and hostile texts take time in proportion to their length."""

import time

import pytest

from guantong.extraction import extract

LENGTH = 40_000

HOSTILE = {
    "digits": "1" * LENGTH,
    "numerals": "一" * LENGTH,
    "ten": "十" * LENGTH + "个",
    "thousands": "1,111," * (LENGTH // 6),
    "brackets": "(" * (LENGTH // 2) + ")" * (LENGTH // 2),
    "quotes": "“" * LENGTH,
    "titles": "《" * LENGTH,
    "spaces": " " * LENGTH + "3 件",
    "ranges": "3-" * (LENGTH // 2),
    "ordinals": "第1、" * (LENGTH // 3),
    "approximators": "近" * LENGTH + "3个",
    "figures without a stop": "3个" * (LENGTH // 2),
    "verbs without a stop": "收集意见" * (LENGTH // 4) + "3条",
    "counties": "凌云县" * (LENGTH // 3),
    "percent words": "百分之" * (LENGTH // 3),
    "districts": "区" * LENGTH,
    "shares": "占5%," * (LENGTH // 4),
    "rows": "12个和" * (LENGTH // 4),
    "headings": "\n县" * (LENGTH // 2),
    "blank lines": "\n" * LENGTH,
}


def seconds(text: str) -> float:
    started = time.perf_counter()
    extract(text)
    return time.perf_counter() - started


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_does_not_stall(text: str) -> None:
    assert seconds(text) < 5


def test_a_megabyte_of_report_is_read_in_under_ten_seconds() -> None:
    paragraph = "上半年收集意见建议74条，办结45条，群众满意度提升至92%。与邻县共建2个联络站，投入资金450万元。\n"
    assert seconds(paragraph * (1_000_000 // len(paragraph.encode()))) < 10
