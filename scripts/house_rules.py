"""The rules of this house that no linter knows; `make check` runs them over every file of the project.

A rule looks at one file and yields line numbers with a sentence. Each is tested with lines that must
pass and lines that must fail.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
LONG, TOO_LONG = 400, 600
"""Lines at which a file is reported, and at which it fails."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path inside the project, and its text."""

    path: PurePosixPath
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def is_test(self) -> bool:
        return "tests" in self.path.parts or self.path.name == "conftest.py"

    @property
    def is_migration(self) -> bool:
        return "migrations" in self.path.parts

    def tree(self) -> ast.Module:
        return ast.parse(self.text)


Found = Iterator[tuple[int, str]]
Rule = Callable[[Source], Found]

DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
EXCUSE = re.compile(r"#\s*(noqa|type: ignore)\b(?P<rest>.*)")
REASON = re.compile(r"([A-Z]+[0-9]+|\[[a-z, -]+\])\W+\w.*\w{3,}")
MACHINE_NAME = re.compile(r"_auto_|_and_more|_alter_.*_alter_")
INLINE = re.compile(r"""<style\b|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|["']javascript:""", re.IGNORECASE)
FAR_AWAY = re.compile(r"""(?:https?:)?//(?!www\.w3\.org/)[a-z0-9][\w.-]*\.[a-z]{2,}""", re.IGNORECASE)
CLOCKS = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"),
}  # fmt: skip
STATE_HOMES = ("guantong/matters/services", "guantong/base/works.py")
"""Where a state may be written: a matter's by its services; a piece of long work's, which is no matter."""
CLOCK_HOMES = {PurePosixPath("guantong/base/now.py")}


def nothing_unfinished(source: Source) -> Found:
    """Work that is left over is an issue, not a comment."""
    for number, line in enumerate(source.lines, 1):
        if found := UNFINISHED.search(line):
            yield number, f"{found[1]}: finish it or file an issue"


def excuses_have_reasons(source: Source) -> Found:
    """`noqa` and `type: ignore` name their code and say why, on their line or in a comment above it."""
    above = ""
    for number, line in enumerate(source.lines, 1):
        found, explained = EXCUSE.search(line), above.lstrip().startswith("#")
        above = line
        if found and not source.is_test and not explained and not REASON.search(found["rest"]):
            yield number, "name the code and say why: # noqa: CODE  (reason)"


def no_drawers(source: Source) -> Found:
    """A module is named after its subject."""
    for part in (*source.path.parts[:-1], source.path.stem):
        if part.lower() in DRAWERS:
            yield 1, f"a drawer named {part}: name the module after what it is about"


def one_clock(source: Source) -> Found:
    """The time comes from base.now.now(), so that the past can be acted in and tests are at no mercy."""
    if source.is_test or source.path in CLOCK_HOMES or source.path.parts[0] != "guantong":
        return
    for node in ast.walk(source.tree()):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if (name, node.func.attr) in CLOCKS:
                yield node.lineno, f"{name}.{node.func.attr}(): use base.now.now() or today()"


def one_writer_of_states(source: Source) -> Found:
    """Only the services of matters assign a state."""
    if source.is_test or source.is_migration or any(source.path.is_relative_to(home) for home in STATE_HOMES):
        return
    for node in ast.walk(source.tree()):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(_is_state(target) for target in targets):
                yield node.lineno, "a state is assigned: go through matters.perform()"
        elif isinstance(node, ast.Call) and _updates_state(node):
            yield node.lineno, "a state is updated in place: go through matters.perform()"


def _is_state(target: ast.expr) -> bool:
    if isinstance(target, ast.Tuple | ast.List):
        return any(_is_state(part) for part in target.elts)
    return isinstance(target, ast.Attribute) and target.attr == "state"


def _updates_state(call: ast.Call) -> bool:
    is_update = isinstance(call.func, ast.Attribute) and call.func.attr == "update"
    return is_update and any(word.arg == "state" for word in call.keywords)


def no_assembled_sql(source: Source) -> Found:
    """SQL put together from pieces says on its line (or the one above) why that is safe: `# SQL: …`."""
    if source.is_test or source.path.parts[0] != "guantong":
        return
    for node in ast.walk(source.tree()):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if node.func.attr in ("execute", "executemany", "raw", "RawSQL") and _assembled(node.args[0]):
            near = source.lines[max(0, node.lineno - 2) : node.end_lineno]
            if not any("# SQL: " in line or "noqa: S608" in line for line in near):
                yield node.lineno, "SQL is put together from pieces: use parameters, or say why: # SQL: …"


def _assembled(value: ast.expr) -> bool:
    if isinstance(value, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in value.values)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        return value.func.attr == "format"
    return isinstance(value, ast.BinOp) and not _literal(value)


def _literal(value: ast.expr) -> bool:
    if isinstance(value, ast.BinOp):
        return isinstance(value.op, ast.Add) and _literal(value.left) and _literal(value.right)
    return isinstance(value, ast.Constant)


def no_silent_catch(source: Source) -> Found:
    """No `except:` and no `except Exception: pass`."""
    for node in ast.walk(source.tree()):
        if not isinstance(node, ast.ExceptHandler):
            continue
        everything = node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException")
        if node.type is None:
            yield node.lineno, "a bare except: name what is expected"
        elif everything and all(isinstance(step, ast.Pass) for step in node.body):
            yield node.lineno, "every error is swallowed: name what is expected"


def migrations_have_names(source: Source) -> Found:
    """A migration's name says what it is for."""
    if source.is_migration and MACHINE_NAME.search(source.path.stem):
        yield 1, "the migration was named by a machine: say what it is for"


def nothing_inline(source: Source) -> Found:
    """No inline style, script or handler: the content security policy would refuse it."""
    for number, line in enumerate(source.lines, 1):
        if found := INLINE.search(line):
            yield number, f"inline {found[0].strip()}: the content security policy refuses it"


def nothing_from_afar(source: Source) -> Found:
    """Pages load nothing from, and name nothing at, another host (XML namespaces of w3.org are names)."""
    for number, line in enumerate(source.lines, 1):
        if found := FAR_AWAY.search(line):
            yield number, f"{found[0]}: no request may leave the machine"


def not_too_long(source: Source) -> Found:
    """A file that nobody reads to its end is two files."""
    if len(source.lines) > TOO_LONG:
        yield TOO_LONG, f"{len(source.lines)} lines: split it ({TOO_LONG} is the most)"


PYTHON_RULES: tuple[Rule, ...] = (
    nothing_unfinished, excuses_have_reasons, no_drawers, one_clock, one_writer_of_states,
    no_assembled_sql, no_silent_catch, migrations_have_names, not_too_long,
)  # fmt: skip
TEMPLATE_RULES: tuple[Rule, ...] = (nothing_unfinished, nothing_inline, nothing_from_afar, not_too_long)
ASSET_RULES: tuple[Rule, ...] = (nothing_unfinished, nothing_from_afar, not_too_long)
RULES: dict[str, tuple[Rule, ...]] = {
    ".py": PYTHON_RULES,
    ".html": TEMPLATE_RULES,
    ".svg": TEMPLATE_RULES,
    ".css": ASSET_RULES,
    ".js": ASSET_RULES,
}
OWN_FILES = {PurePosixPath("scripts/house_rules.py"), PurePosixPath("scripts/tests/test_house_rules.py")}
"""They name what they forbid."""


def look(source: Source) -> list[str]:
    """What the rules say about one file, one line each."""
    if source.path in OWN_FILES:
        return []
    rules = RULES.get(source.path.suffix, ())
    return [f"{source.path}:{number}: {sentence}" for rule in rules for number, sentence in rule(source)]


def project_files() -> list[PurePosixPath]:
    """Every file of the project, whether committed yet or not, without what git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607  (git is found on PATH)
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [PurePosixPath(line) for line in listed.stdout.splitlines()]
    return sorted(path for path in paths if path.suffix in RULES and (ROOT / path).exists())


def main() -> int:
    """Exit code 1 when a rule is broken."""
    broken: list[str] = []
    for path in project_files():
        source = Source(path, (ROOT / path).read_text(encoding="utf-8"))
        broken += look(source)
        if LONG < len(source.lines) <= TOO_LONG:
            print(f"{path}: {len(source.lines)} lines; {LONG} ask for a reason")  # noqa: T201  (its only output)
    print("\n".join(broken) if broken else "house rules: kept")  # noqa: T201  (its only output)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
