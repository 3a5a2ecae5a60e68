"""成文日期, 发文字号, the marks of headings, and where titles break."""

from datetime import date

import cn2an
import pytest

from guantong.documents.plain import width
from guantong.documents.titles import LINE_HOLDS, title_lines
from guantong.documents.wording import addressees, chinese_count, document_number, heading_mark, written_day


def test_a_day_has_arabic_digits_without_leading_zeros() -> None:
    assert written_day(date(2026, 6, 4)) == "2026年6月4日"


def test_a_number_has_its_year_in_hexagonal_brackets() -> None:
    assert document_number("乐人常发", 2026, 3) == "乐人常发〔2026〕3号"


@pytest.mark.parametrize(("code", "year", "count"), [("", 2026, 1), ("乐人发", 2026, 0), ("乐人发", 0, 1)])
def test_there_is_no_number_without_code_year_and_count(code: str, year: int, count: int) -> None:
    with pytest.raises(ValueError, match="no document number"):
        document_number(code, year, count)


def test_chinese_counts_are_read_back() -> None:
    for count in range(1, 100):
        assert cn2an.cn2an(chinese_count(count), "smart") == count
    assert [heading_mark(level, 12) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]
    for beyond in (0, 100):
        with pytest.raises(ValueError, match="no heading"):
            chinese_count(beyond)


def test_addressees_end_with_one_full_width_colon() -> None:
    assert addressees(["县人民政府：", "县法院"]) == "县人民政府、县法院："


def test_a_title_that_fits_is_one_line_and_typed_breaks_are_kept() -> None:
    assert title_lines("关于视察的通知") == ["关于视察的通知"]
    assert title_lines("关于视察\n的通知") == ["关于视察", "的通知"]


def test_a_long_title_breaks_where_words_end() -> None:
    law = "关于检查《中华人民共和国水污染防治法》实施情况的报告"
    assert title_lines(law) == ["关于检查《中华人民共和国水污染防治法》", "实施情况的报告"]
    opinion = "乐业县人民代表大会常务委员会关于农村饮水安全工作情况报告的审议意见"
    assert title_lines(opinion) == ["乐业县人民代表大会常务委员会", "关于农村饮水安全工作情况报告的审议意见"]


@pytest.mark.parametrize("title", ["治理" * 30, "a" * 90, "《" + "法" * 50 + "》", "关于2026年" * 9])
def test_no_line_of_a_title_is_wider_than_the_page(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(width(line) <= LINE_HOLDS for line in lines)
