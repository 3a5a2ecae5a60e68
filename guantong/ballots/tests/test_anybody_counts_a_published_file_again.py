"""The command without a database, and the page of Python that knows nothing of ours: both give the published result."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as examples

from guantong.accounts.actors import Actor
from guantong.ballots.models import Purpose
from guantong.ballots.selectors.results import export_of
from guantong.ballots.tests.conftest import Lead, vote
from guantong.kernel.ballot_count import count as counted
from guantong.kernel.ballot_export import FORMAT, papers_as_json
from guantong.kernel.ballot_json import result_as_json, rule_as_json, turnout_as_json
from guantong.kernel.tests.ballot_cases import elections

PARTS = ("setup", "turnout", "papers", "result", "setup_digest", "papers_digest")
SCRIPT = Path(settings.BASE_DIR) / "docs" / "recount.py"


def _script() -> Any:
    spec = importlib.util.spec_from_file_location("recount", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run(*arguments: object, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def export(lead: Lead, count: Lead, members: list[Actor]) -> dict[str, Any]:
    """Two of three projects, chosen by thirteen."""
    ballot = lead(options=["水", "路", "灯"], purpose=Purpose.PROJECTS, places=2, title="票决")
    for number, member in enumerate(members):
        vote(ballot, member, ("1", "2") if number % 3 else ("1", "3"))
    return export_of(count(ballot, publish=True))


def test_the_command_needs_no_database_and_finds_a_changed_paper(export: dict[str, Any], tmp_path: Path) -> None:
    file, nowhere = tmp_path / "ballot.json", f"postgresql:///nowhere?host={tmp_path}"
    file.write_text(json.dumps(export, ensure_ascii=False), encoding="utf-8")
    good = _run("-m", "guantong.project", "ballot", "verify", file, DATABASE_URL=nowhere)
    assert (good.returncode, "相同" in good.stdout) == (0, True), good.stderr
    export["papers"][0]["choices"] = ["2", "3"]
    file.write_text(json.dumps(export, ensure_ascii=False), encoding="utf-8")
    bad = _run("-m", "guantong.project", "ballot", "verify", file, DATABASE_URL=nowhere)
    assert bad.returncode == 1
    assert "摘要" in bad.stdout


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "guantong-ballot/1"}',
        json.dumps({"format": FORMAT, **dict.fromkeys(PARTS, 1)}),
    ],
)
def test_a_file_of_another_kind_is_refused_in_one_line(text: str, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text(text, encoding="utf-8")
    done = _run("-m", "guantong.project", "ballot", "verify", file)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_the_script_of_the_documents_says_the_same(export: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "ballot.json"
    file.write_text(json.dumps(export, ensure_ascii=False), encoding="utf-8")
    assert _run("-I", SCRIPT, file).returncode == 0
    export["result"]["chosen"] = ["2", "3"]
    file.write_text(json.dumps(export, ensure_ascii=False), encoding="utf-8")
    assert _run("-I", SCRIPT, file).returncode == 1


@examples(max_examples=600, deadline=None)
@given(elections())
def test_the_script_counts_any_election_as_the_kernel_does(election: Any) -> None:
    rule, papers, turnout = election
    file = {
        "setup": {"rule": rule_as_json(rule)},
        "turnout": turnout_as_json(turnout),
        "papers": papers_as_json(papers),
        "result": result_as_json(counted(rule, papers, turnout)),
    }
    script = _script()
    assert script.recount(file) == script.told(file)
