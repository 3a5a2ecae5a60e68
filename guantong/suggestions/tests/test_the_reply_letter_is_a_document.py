"""The reply letter: its parts, in the layout of GB/T 9704, to whoever sees the suggestion."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.now import local_day
from guantong.base.refusals import BadInput
from guantong.regions.services import adopt_setting
from guantong.suggestions import services
from guantong.suggestions.letter import letter_of
from guantong.suggestions.models import ReplyCategory, Suggestion
from guantong.suggestions.selectors import LABELS_SETTING, reply_letter
from guantong.suggestions.services import Reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def replied(
    draft_a: Suggestion,
    lead_to: Callable[..., Suggestion],
    deputy_a: Actor,
    second_deputy_a: Actor,
    second_row_a: Any,
    promised: Reply,
) -> Suggestion:
    services.ask_signatures(suggestion=draft_a, deputies=[second_row_a], actor=deputy_a)
    services.sign_suggestion(suggestion=draft_a, deputy=second_row_a, actor=second_deputy_a)
    return lead_to(draft_a, "replied", reply=promised)


def test_it_has_every_part(replied: Suggestion) -> None:
    lines = [p.text for p in Document(io.BytesIO(letter_of(replied))).paragraphs]
    day = local_day(replied.replied_at)
    assert "答复类别：B" in lines
    assert f"关于对{replied.number}建议的答复" in lines
    assert "李春生、韦小兰代表：" in lines
    assert any(replied.title in line and "收悉" in line for line in lines)
    assert replied.reply in lines
    assert any("修复三组水渠十二米" in line and str(replied.promised_by.year) in line for line in lines)
    assert lines[-2:] == ["乐业县水利局", f"{day.year}年{day.month}月{day.day}日"]


def test_it_keeps_to_the_measures_of_the_standard(replied: Suggestion) -> None:
    document = Document(io.BytesIO(letter_of(replied)))
    page = document.sections[0]
    sides = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert all(abs(side - Mm(mm)) < Mm(0.1) for side, mm in zip(sides, (37, 35, 28, 26), strict=True))
    faces = {
        (run.font.size, run._element.rPr.rFonts.get(qn("w:eastAsia"))) for p in document.paragraphs for run in p.runs
    }
    assert faces == {(Pt(16), "仿宋_GB2312"), (Pt(22), "方正小标宋简体")}
    assert {p.paragraph_format.line_spacing.pt for p in document.paragraphs} == {28.95}


def test_it_says_from_which_version_of_the_record_it_was_made(replied: Suggestion) -> None:
    data = letter_of(replied)
    last = Entry.objects.filter(chain=replied.pk).latest("seq")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        properties = file.read("docProps/custom.xml").decode()
    assert all(f">{value}<" in properties for value in (replied.pk, replied.version, bytes(last.digest).hex()))
    assert letter_of(replied) == data


def test_whoever_sees_it_may_download_it(
    client: Client, sign_in: Any, replied: Suggestion, deputy_a: Actor, department_a: Actor, clerk_b: Actor
) -> None:
    url = reverse("suggestions:letter", args=[replied.pk])
    for actor in (deputy_a, department_a):
        got = sign_in(client, actor).get(url)
        assert (got.status_code, got.content[:2]) == (200, b"PK")
    assert sign_in(client, clerk_b).get(url).status_code == 404


def test_there_is_none_before_the_reply(client: Client, sign_in: Any, clerk_a: Actor, draft_a: Suggestion) -> None:
    assert sign_in(client, clerk_a).get(reverse("suggestions:letter", args=[draft_a.pk])).status_code == 404


def test_a_county_with_four_classes_prints_its_own_letters(county_a: Any, county_b: Any) -> None:
    adopt_setting(
        key=LABELS_SETTING,
        value={"resolved": "甲", "in_progress": "乙", "planned": "丙", "not_feasible": "丁"},
        effective_from=date(2025, 1, 1),
        basis="县代表建议办理办法",
        region=county_a,
    )

    def letters(region: Any, year: int) -> str:
        categories = [c for c in ReplyCategory.values if c]
        return "".join(reply_letter(c, region_code=region.pk, on=date(year, 6, 1)) for c in categories)

    assert letters(county_a, 2025) == "甲乙丙丁"
    assert letters(county_a, 2024) == letters(county_b, 2025) == "ABBC"


@pytest.mark.parametrize(
    "wrong", [{}, {"resolved": "A"}, "ABC", {**dict.fromkeys(ReplyCategory.values[1:], ""), "x": 1}]
)
def test_letters_that_leave_a_category_out_are_not_adopted(county_a: Any, wrong: Any) -> None:
    with pytest.raises(BadInput, match="类别名"):
        adopt_setting(key=LABELS_SETTING, value=wrong, effective_from=date(2025, 1, 1), basis="办法", region=county_a)
