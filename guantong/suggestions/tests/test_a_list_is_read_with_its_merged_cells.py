"""A list as an office keeps it is read: titles, merged cells, several sheets; what cannot be is said by row."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from guantong.base.satisfaction import Satisfaction
from guantong.suggestions.importing.archive import Unreadable
from guantong.suggestions.importing.book import Book, read_book
from guantong.suggestions.models import ReplyCategory
from guantong.suggestions.selectors import LETTERS
from guantong.suggestions.tests.lists import HEADINGS, line, workbook


def read(data: bytes, name: str = "建议.xlsx") -> Book:
    return read_book(name=name, data=data, year=2020, today=date(2026, 1, 1), letters=LETTERS)


def test_a_line_is_a_suggestion_of_the_titles_year() -> None:
    (past,) = read(workbook([line("１２", signers="韦小兰、李和平", co_units="县财政局")])).rows
    assert (past.row, past.year, past.number, past.title) == (4, 2024, "12", "关于修缮水渠的建议")
    assert (past.lead, past.signers, past.unit, past.co_units) == (
        "黄国安", ("韦小兰", "李和平"), "县水利局", ("县财政局",),
    )  # fmt: skip
    assert (past.submitted, past.handed, past.replied) == (date(2024, 3, 5), date(2024, 3, 12), date(2024, 6, 1))
    assert (past.category, past.grade, past.process) == (
        ReplyCategory.RESOLVED,
        Satisfaction.SATISFIED,
        Satisfaction.SATISFIED,
    )


def test_a_merged_deputy_and_unit_are_those_of_every_line() -> None:
    lines = [line(1, "甲"), line(2, "乙", None, unit=None), line(3, "丙", None, unit=None)]
    rows = read(workbook(lines, merged=["C4:C6", "E4:E6"])).rows
    assert [(row.title, row.lead, row.unit) for row in rows] == [(t, "黄国安", "县水利局") for t in "甲乙丙"]


def test_a_title_merged_over_lines_is_one_suggestion_of_several_units() -> None:
    lines = [line(1, "甲", co_units="财政局"), line(None, "", None, unit=None, co_units="交通运输局"), line(2, "乙")]
    rows = read(workbook(lines, merged=["A4:A5", "B4:B5", "C4:C5", "E4:E5"])).rows
    assert [(row.title, row.co_units) for row in rows] == [("甲", ("财政局", "交通运输局")), ("乙", ())]


def test_several_sheets_each_have_their_year_and_others_are_passed_over() -> None:
    more = {"2023年": [HEADINGS, line(7, "旧", submitted="3月5日", handed="3月9日")], "说明": [["本表由代表工委填写"]]}
    book = read(workbook([line()], more=more))
    assert [(row.sheet, row.year, row.submitted.year) for row in book.rows] == [
        ("Sheet", 2024, 2024),
        ("2023年", 2023, 2023),
    ]
    assert any("说明" in notice for notice in book.notices)


def test_headings_between_lines_and_sums_are_no_suggestions() -> None:
    book = read(workbook([["一、农业类"], line(), list(HEADINGS), ["合计", None, None, None, "1件"]]))
    assert (len(book.rows), book.problems) == (1, [])
    assert len(book.notices) == 2


@pytest.mark.parametrize(("wrong", "column", "sentence"), [
    ({"submitted": "春天"}, "提出时间", "认不出日期"), ({"submitted": None}, "提出时间", "没有提出时间"),
    ({"handed": None}, "交办时间", "没有交办时间"), ({"handed": "2024.3.1"}, "交办时间", "早于"),
    ({"replied": "2099-01-01"}, "答复时间", "今天以后"), ({"category": None}, "答复类别", "没有答复类别"),
    ({"category": "优"}, "答复类别", "认不出答复类别"), ({"grade": "还行"}, "满意度", "认不出满意度"),
    ({"unit": None}, "主办单位", "没有主办单位"), ({"title": "长" * 121}, "建议名称（案由）", "最多120字"),
    ({"title": " "}, "建议名称（案由）", "没有标题"), ({"lead": None}, "领衔代表", "没有领衔代表"),
    ({"title": "#REF!"}, "建议名称（案由）", "公式错误"),
])  # fmt: skip
def test_what_is_wrong_is_said_with_its_row_and_column(wrong: dict[str, str], column: str, sentence: str) -> None:
    book = read(workbook([line(), line(2, **{"title": "乙", **wrong})]))
    (problem,) = book.problems
    assert (problem.sheet, problem.row, problem.column) == ("Sheet", 5, column)
    assert sentence in problem.wrong
    assert len(book.rows) == 1


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (60 * 1024 * 1024))
    return out.getvalue()


def with_entity() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([line()]))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if part.endswith("sheet1.xml"):
                data = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + data
            new.writestr(part, data)
    return out.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(("name", "data", "sentence"), [
    ("a.xlsx", b"", "空的"), ("a.xls", OLE + b"0" * 600, "旧版"), ("a.xlsx", OLE + b"0" * 600, "旧版"),
    ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"), ("a.xlsx", b"PK fake", "不是能读的"),
    ("a.csv", b"a,b", "只能读"), ("a.xlsx", b"0" * (5 * 1024 * 1024 + 1), "超过 5 MB"),
    ("a.xlsx", bomb(), "展开后太大"), ("a.xlsx", with_entity(), "不是能读的"),
    ("a.xlsx", workbook([line()])[:-200], "不是能读的"),
])  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read(data, name)


def test_a_list_without_its_columns_is_a_problem() -> None:
    assert "表头" in read(workbook([], headings=["甲", "乙"])).problems[0].wrong
    assert "提出时间" in read(workbook([["一", "二"]], headings=["标题", "代表姓名"])).problems[0].wrong
