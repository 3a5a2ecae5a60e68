"""Importing past suggestions: all rows or none, once, with the ledger's moment now and the sheet's own moments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.now import local_day, today
from guantong.base.refusals import BadInput, NotAllowed
from guantong.base.satisfaction import Satisfaction
from guantong.base.works import WorkCancelled
from guantong.deputies.models import Deputy
from guantong.figures.models import Mark
from guantong.figures.values import values
from guantong.kernel.periods import Period
from guantong.matters.models import Matter
from guantong.matters.services import next_number
from guantong.matters.witness import matter_faults
from guantong.suggestions.figures.ratings import SATISFIED
from guantong.suggestions.figures.received import HANDED, RECEIVED
from guantong.suggestions.figures.replies import REPLIED
from guantong.suggestions.importing.past import PastSuggestion
from guantong.suggestions.models import ReplyCategory, ShareRole, Suggestion
from guantong.suggestions.services.importing import import_past_suggestions
from guantong.suggestions.services.past_names import FORMER, Chosen, Register
from guantong.suggestions.services.past_records import PastFile

pytestmark = pytest.mark.django_db
Import = Callable[..., int]

PAST = PastSuggestion(
    "Sheet", 4, 2024, "关于修缮水渠的建议", "黄国安", date(2024, 3, 5), number="12", unit="县水利局",
    co_units=("财政局",), subject="水利", handed=date(2024, 3, 12), replied=date(2024, 6, 1),
    category=ReplyCategory.RESOLVED, grade=Satisfaction.SATISFIED, process=Satisfaction.SATISFIED, note="已公示",
)  # fmt: skip
OTHER = replace(PAST, row=5, title="关于另一件事的建议", number="15", signers=("韦老三",))
CHOSEN = Chosen(deputies={"韦老三": FORMER})


@pytest.fixture
def bring(county_a: Any, clerk_a: Actor, old_deputy_a: Deputy) -> Import:
    """`bring(rows)`: import them from one file of county A."""

    def do(*rows: PastSuggestion, actor: Actor = clerk_a, **more: Any) -> int:
        names = Register(county_a).names(rows, CHOSEN)
        file = PastFile(county_a, "2024年建议.xlsx", "ab" * 32)
        return import_past_suggestions(file=file, rows=rows, names=names, actor=actor, **more)

    return do


def nothing_is_written() -> bool:
    models = (Suggestion, Mark)
    return not any(model._default_manager.exists() for model in models) and not (
        Entry.objects.filter(action__startswith="import_past").exists() or Deputy.objects.filter(name="韦老三").exists()
    )


def test_a_past_suggestion_has_the_sheets_moments_and_the_ledger_has_ours(bring: Import, body: Any) -> None:
    assert bring(PAST, OTHER) == 2
    one = Suggestion.objects.get(title=PAST.title)
    assert (one.state, one.number, one.holder, local_day(one.opened_at)) == (
        "closed",
        "乐业人建〔2024〕12号",
        body("shuili"),
        today(),
    )
    moments = (one.submitted_at, one.handed_over_at, one.first_replied_at, one.rated_at)
    assert [local_day(m) for m in moments if m] == [PAST.submitted, PAST.handed, PAST.replied, PAST.replied]
    assert [(s.role, s.organisation.code) for s in one.shares.all()] == [
        (ShareRole.LEAD, "shuili"), (ShareRole.CO, "caizheng"),
    ]  # fmt: skip
    entry = Entry.objects.get(chain=one.pk)
    assert (entry.action, entry.target, local_day(entry.at)) == ("import_past", "closed", today())
    assert entry.data["imported"] == {
        "file": "2024年建议.xlsx", "sm3": "ab" * 32, "sheet": "Sheet", "row": 4, "number": "12",
    }  # fmt: skip
    assert list(matter_faults(lambda n: None)) == []


def test_a_deputy_of_an_earlier_congress_is_entered_and_signs(bring: Import) -> None:
    bring(PAST, OTHER)
    former = Deputy.objects.get(name="韦老三")
    assert not former.active
    assert [s.deputy for s in Suggestion.objects.get(title=OTHER.title).signatures.all()] == [former]


def test_an_open_promise_is_tracked_under_its_clock(bring: Import) -> None:
    bring(replace(PAST, category=ReplyCategory.PLANNED, promise="修渠十二米", promised_by=date(2030, 12, 31)))
    one = Suggestion.objects.get()
    assert (one.state, one.closed_at, [c.code for c in one.clocks.all()]) == ("tracking", None, ["suggestion.promise"])
    assert local_day(one.due_at) == date(2030, 12, 31)
    assert list(matter_faults(lambda n: None)) == []


def test_a_kept_promise_is_closed(bring: Import) -> None:
    bring(
        replace(
            PAST, category=ReplyCategory.PLANNED, promise="修渠", promised_by=date(2024, 9, 1), kept=date(2024, 8, 1)
        )
    )
    one = Suggestion.objects.get()
    assert (one.state, one.promise_open) == ("closed", False)


def test_the_same_file_twice_is_written_once(bring: Import) -> None:
    assert [bring(PAST, OTHER), bring(PAST, OTHER)] == [2, 0]
    assert Matter.objects.count() == 2


@pytest.mark.parametrize("wrong", [
    replace(OTHER, number="12"), replace(OTHER, title=PAST.title, number=""),
], ids=["number", "twin"])  # fmt: skip
def test_one_row_that_cannot_be_leaves_nothing(bring: Import, wrong: PastSuggestion) -> None:
    with pytest.raises(BadInput):
        bring(PAST, wrong)
    assert nothing_is_written()


def test_a_number_on_record_is_refused(bring: Import) -> None:
    bring(PAST)
    with pytest.raises(BadInput, match="乐业人建〔2024〕12号"):
        bring(replace(OTHER, number="第12号"))


def test_called_off_nothing_is_written(bring: Import) -> None:
    def stop(done: int) -> None:
        if done == 2:
            raise WorkCancelled

    with pytest.raises(WorkCancelled):
        bring(PAST, OTHER, progress=stop)
    assert nothing_is_written()


def test_only_the_countys_own_staff_import(bring: Import, deputy_a: Actor, clerk_b: Actor) -> None:
    for actor in (deputy_a, clerk_b):
        with pytest.raises(NotAllowed):
            bring(PAST, actor=actor)
    assert nothing_is_written()


def test_numbers_go_on_after_those_of_paper(bring: Import, county_a: Any) -> None:
    bring(PAST, OTHER)
    assert next_number(region=county_a, series="人建", year=2024) == "乐业人建〔2024〕16号"


def test_the_figures_of_the_past_year_count_them(bring: Import, county_a: Any) -> None:
    bring(PAST, OTHER)
    figures = (RECEIVED, HANDED, REPLIED, SATISFIED)
    for year, count in (("2024", 2), (str(today().year), 0)):
        found = values(figures, [county_a], Period.parse(year))
        assert [found[figure.code, county_a.pk].amount for figure in figures] == [count] * 4


def test_its_page_offers_no_letter_that_was_never_written(
    bring: Import, client: Any, sign_in: Any, clerk_a: Actor
) -> None:
    bring(PAST)
    one = Suggestion.objects.get()
    page = sign_in(client, clerk_a).get(f"/desk/m/{one.pk}/").content.decode()
    assert "导入历年建议" in page
    assert "下载答复函" not in page
    assert client.get(f"/desk/suggestions/{one.pk}/letter/").status_code == 404
