"""Locks the dependencies with hashes; `make lock`. No address of a registry enters the files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = (
    "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url", "--no-header",
    "--python-version", "3.11", "--upgrade",
)  # fmt: skip


def main() -> int:
    """Exit code of the first compile that fails."""
    for name in ("base", "dev"):
        source, target = f"requirements/{name}.in", f"requirements/{name}.txt"
        uv = Path(sys.executable).with_name("uv")
        command = [str(uv), *COMPILE, source, "--output-file", target]
        done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603  (own command)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
