"""Whether docs/openapi.json is what the code serves; with `--write`, makes it so."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

SNAPSHOT = Path(__file__).resolve().parent.parent / "docs" / "openapi.json"


def main(arguments: Sequence[str]) -> int:
    """Exit code 1 when the file is not current."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guantong.project.settings")
    import django

    django.setup()
    from guantong.api.schema import as_text

    if "--write" in arguments:
        SNAPSHOT.write_text(as_text(), encoding="utf-8")
    if SNAPSHOT.exists() and SNAPSHOT.read_text(encoding="utf-8") == as_text():
        return 0
    print("docs/openapi.json 不是最新：请运行 make docs", file=sys.stderr)  # noqa: T201  (its only output)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
