"""Everything that can be said about the code without running it; `make check`.

Every step runs, two at a time, so that one run tells all that is wrong.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
DJANGO = (sys.executable, "-m", "django")


@dataclass(frozen=True, slots=True)
class Step:
    """One check: its name, and a command that ends with 0 when all is well."""

    name: str
    command: Sequence[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step said, and how long it took."""

    step: Step
    good: bool
    output: str
    seconds: float


WAIVED = "H015,H042,H043,H052"
"""What djlint is not asked: line breaks after headings (pages are kept small for slow lines), labels whose
field is in an included file, the type of buttons that submit, a page of progress that reloads by itself."""

STEPS = (
    Step(
        "mypy --strict",
        (f"{BIN}/mypy", "guantong", "scripts/bootstrap.py", "scripts/house_rules.py", "scripts/check.py"),
    ),
    Step("ruff check", (f"{BIN}/ruff", "check", ".")),
    Step("ruff format", (f"{BIN}/ruff", "format", "--check", ".")),
    Step("import-linter", (f"{BIN}/lint-imports", "--no-logo")),
    Step("house rules", (sys.executable, "scripts/house_rules.py")),
    Step("migrations", (*DJANGO, "makemigrations", "--check", "--dry-run")),
    Step("Django check", (*DJANGO, "check", "--deploy", "--fail-level", "WARNING")),
    Step("templates", (f"{BIN}/djlint", "--lint", "--quiet", "--ignore", WAIVED, "guantong")),
    Step("OpenAPI snapshot", (sys.executable, "scripts/openapi_is_current.py")),
    Step("generated docs", (f"{BIN}/guantong", "docs", "--check")),
)


def run(step: Step) -> Outcome:
    """Run one step; nothing it writes is shown unless it fails."""
    began = time.monotonic()
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "guantong.project.settings", "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(  # noqa: S603  (the commands above)
        step.command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    return Outcome(step, done.returncode == 0, done.stdout + done.stderr, time.monotonic() - began)


def main() -> int:
    """Exit code 1 when any step failed."""
    outcomes = []
    with ThreadPoolExecutor(2) as pool:
        for outcome in pool.map(run, STEPS):
            mark = "✓" if outcome.good else "✗"
            print(f"{mark} {outcome.step.name}  {outcome.seconds:.1f} s", flush=True)  # noqa: T201  (its only output)
            if not outcome.good:
                print(outcome.output.rstrip(), flush=True)  # noqa: T201  (its only output)
            outcomes.append(outcome)
    failed = [outcome.step.name for outcome in outcomes if not outcome.good]
    print(f"没有通过：{'、'.join(failed)}" if failed else "全部通过")  # noqa: T201  (its only output)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
