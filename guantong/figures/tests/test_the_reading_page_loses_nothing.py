"""The page that reads a report: what it marks, what it refuses, and that what was typed stays."""

import io
import re
import zipfile
from collections.abc import Callable
from html import unescape
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from guantong.accounts.actors import Actor
from guantong.figures.documents import LARGEST_UNPACKED
from guantong.figures.forms import LONGEST_TEXT
from guantong.regions.models import Region

Post = Callable[..., HttpResponse]


@pytest.fixture
def post(client: Client, sign_in: Any, city_clerk: Actor) -> Post:
    sign_in(client, city_clerk)

    def send(text: str = "", file: tuple[str, bytes] | None = None, **more: str) -> Any:
        data: dict[str, Any] = {"region": "451000", "period": "2025H1", "text": text, **more}
        if file:
            data["file"] = SimpleUploadedFile(*file)
        return client.post("/figures/read/?period=2025H1", data)

    return send


def _typed(answer: HttpResponse) -> str:
    found = re.search(r'<textarea name="text"[^>]*>\n?(.*?)</textarea>', answer.content.decode(), re.DOTALL)
    assert found
    return unescape(found[1])


def _word(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "联络站办实事", "2件"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_every_number_is_marked_in_its_place(half_year_of_four: Region, post: Post, report_text: str) -> None:
    answer = post(report_text)
    page = answer.content.decode()
    marks = re.findall(r'<mark class="found found--(\w+)" id="found-(\d+)">', page)
    assert len(marks) == 13
    assert [number for _look, number in marks] == [str(n) for n in range(1, 14)]
    assert all(f'id="item-{number}"' in page for _look, number in marks)
    shown = re.sub(r'<span class="vh">[^<]*</span>|<sup[^>]*>[^<]*</sup>|<[^>]+>', "", page.split('class="voice">')[1])
    assert unescape(shown).startswith(report_text.strip()[:80])
    assert _typed(answer) == report_text.strip("\n") + "\n"


def test_a_word_file_is_read_with_its_tables(half_year_of_four: Region, post: Post) -> None:
    answer = post(file=("半年报告.docx", _word("乐业县", "各联络站收集意见建议6条。")))
    assert answer.status_code == 200
    assert "收集意见建议6条" in _typed(answer)
    assert "联络站办实事，2件" in _typed(answer)
    assert answer.content.decode().count("<mark") == 2


def test_a_text_file_is_read(post: Post, db: None) -> None:
    answer = post(file=("a.TXT", "\ufeff乐业县\r\n办实事2件。".encode()))
    assert _typed(answer) == "乐业县\n办实事2件。"


def _bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (LARGEST_UNPACKED + 1))
    return written.getvalue()


def _entities() -> bytes:
    written = io.BytesIO(_word("x"))
    out = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            body = old.read(part)
            if part.filename == "word/document.xml":
                more = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
                head = b'<!DOCTYPE w [<!ENTITY e0 "boom">' + more.encode() + b"]>"
                body = body.replace(b"<w:document", head + b"<w:document", 1).replace(b">x<", b">&e8;<")
            new.writestr(part, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "文件是空的"),
        ("a.txt", "乐业县".encode("gbk"), "不是 UTF-8"),
        ("a.doc", b"x", "旧版 Word"),
        ("a.pdf", b"x", "只能读"),
        ("a", b"x", "只能读"),
        ("a.docx", b"not a zip", "损坏"),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 100, "损坏"),
        ("a.docx", _bomb(), "展开后太大"),
        ("a.txt", b"1" * (1024 * 1024 + 1), "超过 1 MB"),
        ("a.txt", ("字" * (LONGEST_TEXT + 1)).encode(), "最多核对"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(db: None, post: Post, name: str, data: bytes, sentence: str) -> None:
    answer = post(file=(name, data))
    assert answer.status_code == 422
    assert sentence in unescape(answer.content.decode())


def test_entities_of_a_word_file_are_not_unfolded(db: None, post: Post) -> None:
    answer = post(file=("a.docx", _entities()))
    assert answer.content.decode().count("boom") < 2
    assert len(answer.content) < 100_000


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "最多核对"),
        ({"region": "451999"}, "请从列表中选择"),
        ({"period": "2025H9"}, "请从列表中选择"),
    ],
)
def test_what_was_typed_stays_when_it_is_refused(db: None, post: Post, more: dict[str, str], sentence: str) -> None:
    text = "收集意见6条。😀\u202e" + ("" if more else "字" * LONGEST_TEXT)
    answer = post(text, **more)
    assert answer.status_code == 422
    assert _typed(answer) == text
    assert sentence in answer.content.decode()


def test_both_a_text_and_a_file_are_one_too_many(db: None, post: Post) -> None:
    answer = post("办实事2件。", ("a.txt", "办实事3件。".encode()))
    assert answer.status_code == 422
    assert _typed(answer) == "办实事2件。"


def test_nothing_at_all_is_asked_for(db: None, post: Post) -> None:
    answer = post("  \n")
    assert answer.status_code == 422
    assert "请粘贴报告文字" in answer.content.decode()


@pytest.mark.parametrize(
    "text", ["没有数字的一段话。", "a\x00b 3条", "\x07\x1b[31m 收集意见3条", "<script>alert(1)</script>3条"]
)
def test_no_text_breaks_the_page(db: None, post: Post, text: str) -> None:
    answer = post(text)
    assert answer.status_code in (200, 422)
    assert "<script>alert" not in answer.content.decode()


def test_a_county_cannot_be_read_by_another(client: Client, sign_in: Any, clerk_b: Actor) -> None:
    sign_in(client, clerk_b)
    answer = client.post("/figures/read/", {"region": "451028", "period": "2026H2", "text": "办实事2件。"})
    assert answer.status_code == 422
