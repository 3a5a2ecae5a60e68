"""What the documents say is there: links, terms, commands, a README for each app, generated pages."""

import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from typer.main import get_command

from guantong.project import generated_docs
from guantong.project.cli import app

ROOT: Path = settings.BASE_DIR
PAGES = [ROOT / line for line in subprocess.run(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
    cwd=ROOT, capture_output=True, text=True, check=True,
).stdout.splitlines() if (ROOT / line).exists()]  # fmt: skip
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)(?:#[^)\s]*)?\)")
COMMAND = re.compile(r"(?:^|[\s`])(?:\.venv/bin/)?guantong (?P<first>[a-z][a-z-]*)(?: (?P<second>[a-z][a-z-]*))?", re.M)
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
TERMS = [
    [cell.strip() for cell in line.strip("|").split("|")[:3]]
    for line in GLOSSARY.split("## 后续")[0].splitlines()
    if line.startswith("| ") and not line.startswith("| 中文")
]

NOT_FOR_INSTALLATIONS = {"GUANTONG_TEST_DB", "STATICFILES_BACKEND", "DJANGO_ALLOW_ASYNC_UNSAFE"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    broken = [m["target"] for m in LINK.finditer(text) if not (page.parent / m["target"]).exists()]
    assert broken == []


def test_every_term_of_the_glossary_is_in_the_code() -> None:
    assert len(TERMS) > 60
    missing = [(term, name, where) for term, name, where in TERMS if not _occurs(name, ROOT / "guantong" / where)]
    assert missing == []


def test_a_term_and_an_identifier_stand_once_in_the_glossary() -> None:
    terms = [term for term, _, _ in TERMS]
    names = [(name, where) for _, name, where in TERMS]
    assert len(terms) == len(set(terms))
    assert len(names) == len(set(names))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "THREAT_MODEL.md", "ARCHITECTURE.md"])
def test_every_command_that_is_named_exists(page: str) -> None:
    known = _commands()
    for named in COMMAND.finditer((ROOT / page).read_text(encoding="utf-8")):
        assert named["first"] in known, f"guantong {named['first']}"
        if known[named["first"]]:
            assert named["second"] in known[named["first"]], f"guantong {named['first']} {named['second']}"


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert {name for line in re.findall(r"\bmake ((?:[a-z]+ ?)+)`", text) for name in line.split()} <= targets
        assert set(re.findall(r"^make ([a-z]+)", text, re.MULTILINE)) <= targets


def test_every_variable_that_an_installation_may_set_is_explained() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "guantong" / "project").glob("**/*.py"))
    read = set(re.findall(r"""(?:environ(?:\.get\(|\[)|envvar=)"([A-Z_]+)""", text)) - NOT_FOR_INSTALLATIONS
    explained = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs" / "deploying.md").read_text(encoding="utf-8")))
    assert {"PUBLIC_ADDRESS", "TRUSTED_PROXIES", "HOST"} <= read
    assert read <= explained


def test_every_package_says_what_it_is() -> None:
    ours = [Path(config.path) for config in apps.get_app_configs() if config.name.startswith("guantong.")]
    packages = [*ours, *(ROOT / "guantong" / name for name in ("kernel", "extraction", "project", "handoffs"))]
    assert [package.name for package in packages if not (package / "README.md").exists()] == []


def test_files_that_a_readme_names_are_there() -> None:
    for page in (ROOT / "guantong").glob("*/README.md"):
        named = set(re.findall(r"`([a-z_]+\.py)`", page.read_text(encoding="utf-8")))
        present = {path.name for path in (ROOT / "guantong").rglob("*.py")}
        assert named <= present, page.relative_to(ROOT)


def test_generated_pages_are_what_the_declarations_say() -> None:
    assert generated_docs.stale() == []


def _occurs(name: str, folder: Path) -> bool:
    word = re.compile(rf"\b{re.escape(name)}\b")
    return any(
        word.search(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.py")
        if "migrations" not in path.parts and "tests" not in path.parts
    )


def _commands() -> dict[str, set[str]]:
    """Every command, with its subcommands where it is a group."""
    whole = get_command(app)
    return {name: set(getattr(command, "commands", {})) for name, command in whole.commands.items()}
