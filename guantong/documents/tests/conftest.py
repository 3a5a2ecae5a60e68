"""A frame with every part, and how a made document is opened."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from docx import Document

from guantong.documents.content import Form, Frame


@pytest.fixture
def opened() -> Callable[[bytes], Any]:
    return lambda data: Document(io.BytesIO(data))


@pytest.fixture
def frame() -> Frame:
    return Frame(
        issuer="乐业县人民代表大会常务委员会",
        day=date(2026, 6, 4),
        form=Form.RED_HEAD,
        number="乐人常发〔2026〕3号",
        copy_number="000012",
        secrecy="机密★1年",
        urgency="特急",
        to=("各乡镇人大", "县直各单位"),
        note="此件公开发布",
        copies=("县委办公室", "县政协办公室"),
        printed_by="乐业县人大常委会办公室",
        printed_on=date(2026, 6, 5),
    )
