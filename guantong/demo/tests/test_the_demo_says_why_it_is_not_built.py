"""The command that builds the demo city: what it says when there is nothing to do, and when it cannot."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from typer.testing import CliRunner

from guantong.base.now import CHINA, acting_at
from guantong.base.refusals import NotNow
from guantong.demo import build
from guantong.demo.emptying import empty
from guantong.project.cli import app

pytestmark = pytest.mark.django_db


def test_a_city_that_stands_is_left_alone_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guantong.demo.emptying.is_built", lambda: True)
    monkeypatch.setattr("guantong.demo.build.is_built", lambda: True)
    said = CliRunner().invoke(app, ["demo"])
    assert said.exit_code == 0
    assert "没有改动" in said.stdout
    assert "guantong demo --reset" in said.stdout


@pytest.mark.parametrize("day", ["2019-01-01", "2025-06-30", "2025-08-19"])
def test_a_clock_that_is_behind_is_one_clear_sentence(day: str) -> None:
    empty()
    with acting_at(datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=CHINA)), pytest.raises(NotNow) as no:
        build.build_demo(counties=["451028"])
    assert day in no.value.sentence
    assert "校准时间" in no.value.sentence


def test_the_city_can_be_built_from_the_day_that_is_named(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    empty()
    with acting_at(datetime.combine(build.EARLIEST, datetime.min.time(), CHINA)):
        build.build_demo(counties=["451002", "451027", "451028"])
    assert build.is_built()
