"""The sheet of many codes: ordered, laid out by the queue, called off, or impossible here."""

from typing import Any
from uuid import UUID

import pytest

from guantong.base.models import Work
from guantong.base.refusals import BadInput
from guantong.base.works import cancel_work
from guantong.opinions import printing, sheets
from guantong.opinions.models import IntakeCode
from guantong.opinions.printing import order_sheet, print_sheet
from guantong.opinions.services import make_code

pytestmark = pytest.mark.django_db
TEMPLATE = "http://testserver/c/{token}/"


@pytest.fixture
def many(station_a: Any, clerk_a: Any) -> list[IntakeCode]:
    return [make_code(owner=station_a, actor=clerk_a) for _ in range(sheets.BATCH + 3)]


def _run(work: Work, codes: list[IntakeCode]) -> Work:
    print_sheet(work_id=work.pk, code_ids=[code.pk for code in codes], template=TEMPLATE)
    work.refresh_from_db()
    return work


@pytest.fixture
def media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_it_becomes_a_pdf_of_eight_a_page(many: list[IntakeCode], clerk_a: Any, media: None) -> None:
    work = _run(order_sheet(codes=many, template=TEMPLATE, actor=clerk_a), many)
    assert (work.state, work.done) == (Work.State.DONE, len(many))
    assert work.file.read().startswith(b"%PDF")


def test_the_sheet_has_as_many_pages_as_cards_need(many: list[IntakeCode], monkeypatch: Any) -> None:
    import weasyprint

    written: list[int] = []
    monkeypatch.setattr(weasyprint.Document, "write_pdf", lambda self: written.append(len(self.pages)) or b"%PDF")
    sheets.sheet_pdf(many, size=sheets.Size.CARDS, address=lambda code: TEMPLATE.format(token=code.token))
    assert written == [-(-len(many) // sheets.ON_A_PAGE)]


def test_the_order_waits_in_the_queue(many: list[IntakeCode], clerk_a: Any) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    work = order_sheet(codes=many, template=TEMPLATE, actor=clerk_a)
    job = ProcrastinateJob.objects.get(task_name=printing.TASK)
    assert UUID(job.args["work_id"]) == work.pk


def test_progress_is_told_on_the_way(many: list[IntakeCode], clerk_a: Any, media: None, monkeypatch: Any) -> None:
    told: list[int] = []
    monkeypatch.setattr(printing, "report_progress", lambda *, work_id, done: told.append(done))
    _run(order_sheet(codes=many, template=TEMPLATE, actor=clerk_a), many)
    assert told == [0, sheets.BATCH, len(many)]


def test_called_off_it_leaves_nothing(many: list[IntakeCode], clerk_a: Any, media: None) -> None:
    work = order_sheet(codes=many, template=TEMPLATE, actor=clerk_a)
    cancel_work(work=work)
    assert _run(work, many).state == Work.State.CANCELLED
    assert not work.file


def test_without_a_chinese_font_it_says_what_to_install(many: list[IntakeCode], clerk_a: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(sheets, "has_chinese_font", lambda: False)
    work = _run(order_sheet(codes=many, template=TEMPLATE, actor=clerk_a), many)
    assert work.state == Work.State.FAILED
    assert "fonts-noto-cjk" in work.sentence


@pytest.mark.parametrize("n", [0, printing.MOST + 1])
def test_too_few_or_too_many_are_refused(clerk_a: Any, code_a: IntakeCode, n: int) -> None:
    with pytest.raises(BadInput):
        order_sheet(codes=[code_a] * n, template=TEMPLATE, actor=clerk_a)


def test_a_sheet_that_breaks_off_does_not_stay_under_way(
    many: list[IntakeCode], clerk_a: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(printing, "sheet_pdf", lambda *_codes, **_how: 1 / 0)
    work = order_sheet(codes=many, template=TEMPLATE, actor=clerk_a)
    with pytest.raises(ZeroDivisionError):
        _run(work, many)
    work.refresh_from_db()
    assert work.state == Work.State.FAILED
    assert "没有料到" in work.sentence
