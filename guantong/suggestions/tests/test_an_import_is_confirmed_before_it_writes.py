"""The pages of an import: upload, preview that writes nothing, names to choose for, confirm once, progress, cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.models import Work
from guantong.base.now import now
from guantong.base.works import cancel_work
from guantong.deputies.models import Deputy
from guantong.suggestions.models import PastSheet, Suggestion
from guantong.suggestions.services import importing
from guantong.suggestions.services.past_sheets import KEPT_FOR, drop_old_past_sheets, import_past_sheet
from guantong.suggestions.tests.lists import line, workbook

Send = Callable[..., Any]
LINES = [line(1), line(2, "关于道路的建议", signers="韦老三", unit="县交通局", subject="怪类", co_units="县财政局")]
FILE = workbook(LINES)


@pytest.fixture
def desk_of(client: Client, sign_in: Any, clerk_a: Actor, old_deputy_a: Deputy) -> Client:
    return sign_in(client, clerk_a)  # type: ignore[no-any-return]  # sign_in is a fixture


@pytest.fixture
def send(desk_of: Client) -> Send:
    """`send(content)`: upload a file; the answer."""

    def do(content: bytes, name: str = "2024年建议.xlsx", year: int = 2024) -> Any:
        return desk_of.post(reverse("suggestions:import"), {"file": SimpleUploadedFile(name, content), "year": year})

    return do


@pytest.fixture
def confirmed(send: Send, desk_of: Client) -> Callable[..., Work]:
    """`confirmed()`: upload the list, choose for every name, confirm; the work."""

    def do() -> Work:
        address = send(FILE)["Location"]
        form = desk_of.get(address).context["form"]
        chosen = {name: field.choices[1][0] for name, field in form.fields.items()}
        assert desk_of.post(address, chosen).status_code == 302
        work = PastSheet.objects.latest("uploaded_at").work
        assert work is not None
        return work

    return do


def run(work: Work) -> Work:
    """Do the work as the queue does."""
    job = ProcrastinateJob.objects.filter(task_name="import_past_suggestions", args__work_id=str(work.pk)).latest("id")
    import_past_sheet(work_id=work.pk, sheet_id=job.args["sheet_id"], chosen=job.args["chosen"])
    return Work.objects.get(pk=work.pk)


def written() -> tuple[int, int, int]:
    return Suggestion.objects.count(), Entry.objects.filter(action="import_past").count(), Deputy.objects.count()


@pytest.mark.django_db
def test_a_preview_writes_nothing_and_asks_for_unknown_names(send: Send, desk_of: Client) -> None:
    before = written()
    answer = send(FILE)
    assert answer.status_code == 302
    shown = desk_of.get(answer["Location"])
    assert [str(field.label) for field in shown.context["form"].fields.values()] == [
        "代表“韦老三”是", "单位“县交通局”是", "类别“怪类”归入",
    ]  # fmt: skip
    units = shown.context["form"].fields["units-0"].choices
    assert "交通" in units[1][1]
    assert shown.context["counts"]["new"] == 2
    assert "现在还没有写入任何内容" in shown.content.decode()
    assert written() == before


@pytest.mark.django_db
def test_problems_are_shown_by_row_and_nothing_can_be_confirmed(send: Send, desk_of: Client) -> None:
    address = send(workbook([line(), line(2, "乙", submitted="春天")]))["Location"]
    page = desk_of.get(address).content.decode()
    assert "春天" in page
    assert "认不出日期" in page
    assert "确认导入" not in page
    desk_of.post(address, {})
    assert not Work.objects.exists()


@pytest.mark.django_db
def test_names_that_nobody_chose_for_stop_it(send: Send, desk_of: Client) -> None:
    address = send(FILE)["Location"]
    assert desk_of.post(address, {}).status_code == 422
    assert not Work.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "content", "sentence"), [
    ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 99, "另存为 .xlsx"), ("a.xlsx", b"fake", "不是能读的"),
    ("a.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
])  # fmt: skip
def test_the_page_refuses_what_is_no_workbook(send: Send, name: str, content: bytes, sentence: str) -> None:
    answer = send(content, name)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not PastSheet.objects.exists()


@pytest.mark.django_db
def test_a_workbook_that_is_damaged_inside_is_refused_too(send: Send, desk_of: Client) -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<nonsense/>")
    answer = desk_of.get(send(out.getvalue())["Location"])
    assert answer.status_code == 422
    assert "不是能读的" in answer.content.decode()


@pytest.mark.django_db
def test_nobody_else_opens_it(send: Send, client: Client, sign_in: Any, director_a: Actor, department_a: Actor) -> None:
    address = send(FILE)["Location"]
    assert sign_in(client, director_a).get(address).status_code == 404
    assert client.get(reverse("suggestions:import")).status_code == 200
    assert sign_in(client, department_a).get(reverse("suggestions:import")).status_code == 404


@pytest.mark.django_db
def test_old_files_are_dropped(send: Send) -> None:
    send(FILE)
    PastSheet.objects.update(uploaded_at=now() - KEPT_FOR * 2)
    drop_old_past_sheets()
    assert not PastSheet.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_confirmed_it_is_imported_once(confirmed: Callable[..., Work], send: Send, desk_of: Client) -> None:
    work = confirmed()
    sheet = PastSheet.objects.get()
    desk_of.post(reverse("suggestions:import-sheet", args=[sheet.pk]), {})
    assert Work.objects.count() == 1
    done = run(work)
    assert (done.state, done.done, done.total) == (Work.State.DONE, 2, 2)
    assert written()[:2] == (2, 2)
    assert run(work).state == Work.State.DONE
    assert written()[:2] == (2, 2)
    assert "查看代表建议" in desk_of.get(reverse("suggestions:import-sheet", args=[sheet.pk])).content.decode()
    again = desk_of.get(send(FILE)["Location"])
    assert again.context["counts"] == {"new": 0, "before": 2, "replied": 0, "rated": 0, "tracked": 0}


@pytest.mark.django_db(transaction=True)
def test_called_off_before_it_begins_nothing_is_written(confirmed: Callable[..., Work], desk_of: Client) -> None:
    work, before = confirmed(), written()
    cancel_work(work=work)
    assert run(work).state == Work.State.CANCELLED
    assert written() == before
    assert "没有写入任何一件建议" in desk_of.get(reverse("desk:work", args=[work.pk])).content.decode()


@pytest.mark.django_db(transaction=True)
def test_called_off_in_the_middle_nothing_is_written(confirmed: Callable[..., Work]) -> None:
    work, before = confirmed(), written()
    write = importing._write

    def and_cancel(*args: Any) -> None:
        write(*args)
        from threading import Thread

        def cancel() -> None:
            from django.db import connection

            cancel_work(work=work)
            connection.close()

        other = Thread(target=cancel)
        other.start()
        other.join()

    with mock.patch.object(importing, "_write", and_cancel):
        assert run(work).state == Work.State.CANCELLED
    assert written() == before


@pytest.mark.django_db(transaction=True)
def test_what_fails_says_so_and_leaves_nothing(confirmed: Callable[..., Work], clerk_a: Actor) -> None:
    work, before = confirmed(), written()
    with mock.patch.object(importing, "_follow_numbers", side_effect=RuntimeError), pytest.raises(RuntimeError):
        run(work)
    failed = Work.objects.get(pk=work.pk)
    assert failed.state == Work.State.FAILED
    assert failed.sentence
    assert written() == before
