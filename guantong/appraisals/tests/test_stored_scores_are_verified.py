"""Every computed sheet is held against its entry, its own sums, and the records as they are now."""

from __future__ import annotations

from contextlib import nullcontext
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override
from typer.testing import CliRunner

from guantong.accounts.actors import Actor
from guantong.appraisals import services
from guantong.appraisals.models import Appeal, ScoreLine, ScoreSheet, Subjects
from guantong.appraisals.selectors.sheets import computed_sheets
from guantong.appraisals.selectors.verification import faults
from guantong.deputies.models import Deputy, Visit
from guantong.deputies.services import strike_visit
from guantong.project.cli import app
from guantong.regions.models import Organisation, Region
from guantong.regions.services import adopt_setting

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(sheet: Any, take_part: Any, deputy_row_a: Deputy, second_row_a: Deputy) -> ScoreSheet:
    take_part([deputy_row_a], visits=4)
    made: ScoreSheet = sheet()
    return made


def found(sheet: ScoreSheet) -> list[str]:
    with override("zh-hans"):
        return [fault.what for fault in faults(ScoreSheet.objects.get(pk=sheet.pk))]


def test_a_sheet_holds_and_goes_on_holding_after_an_appeal(
    published: ScoreSheet, second_deputy_a: Actor, second_clerk_a: Actor
) -> None:
    assert found(published) == []
    services.appeal_score(sheet=published, ground="少了一次接待", actor=second_deputy_a)
    services.decide_appeal(
        appeal=Appeal.objects.get(), upheld=True, answer="补计。", change=Decimal("80.00"), actor=second_clerk_a
    )
    assert found(published) == []


def test_points_that_somebody_wrote_are_found(published: ScoreSheet) -> None:
    line = published.lines.order_by("-rank")[0]
    ScoreLine.objects.filter(pk=line.pk).update(scored=90, points=90)
    told = found(published)
    assert any("名次与计算过程对不上" in what for what in told)
    assert any("摘要不同" in what for what in told)


def test_a_working_that_somebody_wrote_is_found(published: ScoreSheet) -> None:
    line = published.lines.order_by("rank")[0]
    line.working["items"][0]["count"] = 7
    ScoreLine.objects.filter(pk=line.pk).update(working=line.working)
    assert any("摘要不同" in what for what in found(published))


def test_a_change_without_an_appeal_is_found(published: ScoreSheet) -> None:
    line = published.lines.order_by("-rank")[0]
    ScoreLine.objects.filter(pk=line.pk).update(changed=1, points=line.points + 1)
    assert any("申诉调整" in what for what in found(published))


def test_records_that_changed_are_found(published: ScoreSheet, deputy_row_a: Deputy, clerk_a: Actor) -> None:
    visit = Visit.objects.select_related("activity").get()
    strike_visit(activity=visit.activity, visit=visit, reason="重复登记", actor=clerk_a)
    assert found(published) == [f"{deputy_row_a.name}：按现在的记录重算，结果不同"]


def test_a_discarded_sheet_is_not_looked_at(sheet: Any, deputy_row_a: Deputy, clerk_a: Actor) -> None:
    made = sheet(to="computed")
    assert list(computed_sheets()) == [made]
    services.discard_sheet(sheet=made, reason="选错了", actor=clerk_a)
    assert list(computed_sheets()) == []


def test_a_unit_that_had_nothing_to_handle_is_not_ranked(
    sheet: Any, suggest: Any, county_a: Region, department_a: Actor, half: Any
) -> None:
    own = [{"figure": "suggestions_replied", "points": 40, "full_at": 2}]
    adopt_setting(key="score.unit", value=own, region=county_a, effective_from=half.start, basis="乐人常〔2026〕4号")
    suggest()
    assert [line.unit for line in sheet(Subjects.UNIT).lines.all()] == [
        Organisation.objects.get(pk=department_a.organisation_id)
    ]


def test_the_command_names_what_does_not_hold_and_fails(published: ScoreSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guantong.project.commands.scores.records", nullcontext)
    said = CliRunner().invoke(app, ["scores", "verify"])
    assert (said.exit_code, "1 张评分表、2 行得分从头重算全部相同" in said.stdout) == (0, True)
    ScoreLine.objects.filter(sheet=published, rank=2).update(scored=90, points=90)
    said = CliRunner().invoke(app, ["scores", "verify"])
    assert said.exit_code == 1
    assert published.title in said.stdout
