"""A file's digest can be kept: nothing of the moment or the machine is in it; the record's version is."""

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from guantong.documents.content import Fingerprint, Frame, Para
from guantong.documents.kinds.notice import Notice, notice

RECORD = Fingerprint("0197a3c2-7d11-7b3c-9a41-5e0f6c1d2b3a", 7, "ab12" * 16)


def made(frame: Frame, words: str = "正文") -> bytes:
    return notice(Notice(frame=frame, title="通知", blocks=(Para(words),)))


def test_made_twice_it_is_the_same_and_another_word_makes_another(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(frame)
    year_later = time.time() + 365 * 86_400
    monkeypatch.setattr(time, "time", lambda: year_later)
    assert made(frame) == first
    assert made(frame, "正文。") != first
    assert made(replace(frame, fingerprint=RECORD)) != made(replace(frame, fingerprint=replace(RECORD, version=8)))


def test_no_moment_but_the_documents_own_is_in_it(opened: Callable[[bytes], Any], frame: Frame) -> None:
    data = made(frame)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        assert archive.testzip() is None
    core = opened(data).core_properties
    assert {core.created.replace(tzinfo=None), core.modified.replace(tzinfo=None)} == {datetime(2026, 6, 4)}
    assert (core.title, core.author, core.last_modified_by, core.comments) == ("通知", frame.issuer, "", "")


def test_the_version_of_the_record_is_a_property_and_small_on_paper(
    opened: Callable[[bytes], Any], frame: Frame
) -> None:
    data = made(replace(frame, fingerprint=RECORD))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        properties = ElementTree.fromstring(archive.read("docProps/custom.xml"))
        assert "/docProps/custom.xml" in archive.read("[Content_Types].xml").decode()
    assert {row.get("name"): row[0].text for row in properties} == {
        "GuantongMatter": RECORD.matter,
        "GuantongVersion": "7",
        "GuantongEntryDigest": RECORD.digest,
    }
    small = next(p for p in opened(data).paragraphs if RECORD.matter in p.text)
    assert small.runs[0].font.size.pt == 9
    assert "第7版" in small.text
    assert RECORD.digest[:16] in small.text


def test_without_a_record_nothing_names_one(frame: Frame) -> None:
    with zipfile.ZipFile(io.BytesIO(made(frame))) as archive:
        assert "docProps/custom.xml" not in archive.namelist()
