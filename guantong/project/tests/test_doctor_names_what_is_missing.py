"""The doctor reports each thing with how it stands and the line that mends it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from guantong.project.cli import app
from guantong.project.doctor import Finding, Standing, machine


def test_a_hint_is_no_failure_but_a_missing_thing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    hint = Finding("甲", Standing.HINT, "没有", "装甲")
    lack = Finding("乙", Standing.MISSING, "没有", "装乙")
    monkeypatch.setattr("guantong.project.doctor.examine", lambda: iter([hint]))
    assert CliRunner().invoke(app, ["doctor"]).exit_code == 0
    monkeypatch.setattr("guantong.project.doctor.examine", lambda: iter([hint, lack]))
    done = CliRunner().invoke(app, ["doctor", "--format", "json"])
    assert done.exit_code == 1
    assert json.loads(done.stdout)[1] == {"subject": "乙", "standing": "缺少", "seen": "没有", "mend": "装乙"}


def test_every_finding_that_is_not_good_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("GUANTONG_VAR", str(tmp_path))
    found = list(machine.machine_findings())
    assert {finding.standing for finding in found} >= {Standing.HINT}
    assert all(finding.mend for finding in found if finding.standing is not Standing.GOOD)


def test_a_secret_that_others_can_read_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GUANTONG_VAR", str(tmp_path))
    monkeypatch.delenv("SECRET_KEY", raising=False)
    secret = tmp_path / "secret-key"
    secret.write_text("x")
    secret.chmod(0o644)
    found = {finding.subject: finding for finding in machine.machine_findings()}["密钥 secret-key"]
    assert found.standing is Standing.HINT
    assert found.mend == f"chmod 600 {secret}"
    secret.chmod(0o600)
    found = {finding.subject: finding for finding in machine.machine_findings()}["密钥 secret-key"]
    assert found.standing is Standing.GOOD
