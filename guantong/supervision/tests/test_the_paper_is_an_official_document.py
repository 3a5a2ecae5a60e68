"""The paper of a deliberation opinion: made from the record, by GB/T 9704, with its list attached."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.shared import Mm

from guantong.accounts.actors import Actor
from guantong.supervision.models import DeliberationOpinion, Problem
from guantong.supervision.paper import paper_of
from guantong.supervision.tests.conftest import Lead

pytestmark = pytest.mark.django_db


def test_it_says_what_the_record_says(compiled: DeliberationOpinion, problems: list[Problem], lead: Lead) -> None:
    handed = lead(compiled, "handed_over")
    document = Document(io.BytesIO(paper_of(handed)))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert handed.number is not None
    for said in (handed.number, handed.title, *handed.paragraphs, handed.unit.name):
        assert said in words
    [table] = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["序号", "问题", "责任单位", "整改措施", "完成时限", "状态"]
    assert [row[1] for row in rows[1:]] == [problem.body for problem in problems]
    assert {row[5] for row in rows[1:]} == {"待定措施"}


def test_its_page_is_that_of_the_standard(compiled: DeliberationOpinion) -> None:
    page = Document(io.BytesIO(paper_of(compiled))).sections[0]
    for measured, standard in ((page.page_width, 210), (page.page_height, 297), (page.left_margin, 28)):
        assert measured is not None
        assert abs(measured - Mm(standard)) <= Mm(1)


def test_the_same_record_makes_the_same_file(compiled: DeliberationOpinion) -> None:
    assert paper_of(compiled) == paper_of(DeliberationOpinion.objects.get(pk=compiled.pk))


def test_it_is_given_to_whoever_may_see_the_opinion(
    client: Client, sign_in: object, compiled: DeliberationOpinion, lead: Lead, department_a: Actor, clerk_b: Actor
) -> None:
    lead(compiled, "handed_over")
    address = reverse("desk:opinion-paper", args=[compiled.pk])
    assert callable(sign_in)
    answer = sign_in(client, department_a).get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert sign_in(client, clerk_b).get(address).status_code == 404
