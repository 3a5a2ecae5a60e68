"""The bootstrap says in one line what is missing, and does nothing twice."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module that believes its project lies in an empty folder."""
    spec = importlib.util.spec_from_file_location("bootstrap_tried", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv/installed.json")
    return module


def test_it_is_plain_standard_library() -> None:
    # -I -S: no installed package can be found
    done = subprocess.run([sys.executable, "-I", "-S", SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout.startswith("用法")


def test_without_venv_it_says_the_line_that_mends_it(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(bootstrap, "as_root", lambda: False)
    with pytest.raises(bootstrap.SetUpError, match=r"sudo apt-get install -y python3\.\d+-venv$"):
        bootstrap.check_venv_module()


def test_as_root_it_installs_what_is_missing(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(bootstrap, "as_root", lambda: True)
    monkeypatch.setattr(bootstrap, "quiet", lambda command: not ran.append(command))
    bootstrap.check_venv_module()
    assert ran[0][:2] == ["apt-get", "install"]
    assert ran[0][-1].endswith("-venv")


def test_missing_fonts_are_a_hint_and_no_failure(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "missing_packages", lambda names: list(names))
    monkeypatch.setattr(bootstrap, "as_root", lambda: False)
    bootstrap.offer_packages(bootstrap.PDF_PACKAGES, "生成 PDF ")
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "sudo apt-get install -y libpango-1.0-0" in said


def test_a_lock_that_has_not_changed_is_not_installed_again(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    runs: list[tuple[str, ...]] = []
    monkeypatch.setattr(bootstrap, "pip", lambda *arguments, **_: runs.append(arguments))
    (tmp_path / ".venv").mkdir()
    lock = tmp_path / "requirements" / "base.txt"
    lock.parent.mkdir()
    lock.write_text("one==1\n")
    bootstrap.install_lock("base")
    bootstrap.install_lock("base")
    assert len(runs) == 1
    assert "--require-hashes" in runs[0]
    lock.write_text("one==2\n")
    bootstrap.install_lock("base")
    assert len(runs) == 2


def test_a_broken_stamp_is_no_stamp(bootstrap: ModuleType, tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/installed.json").write_text("{")
    assert bootstrap.stamp() == {}
    bootstrap.write_stamp(base="x")
    assert bootstrap.stamp() == {"base": "x"}


def test_an_environment_that_was_copied_here_is_not_sound(bootstrap: ModuleType, tmp_path: Path) -> None:
    script = tmp_path / ".venv/bin/pip"
    script.parent.mkdir(parents=True)
    script.write_text("#!/somewhere/else/.venv/bin/python\n")
    assert not bootstrap.sound_venv()
