"""The OpenAPI description as a file: `python -m guantong.api.schema > docs/openapi.json`."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

PREFIX = "/api/"


def openapi() -> dict[str, Any]:
    """The description of the interface, as it is served under /api/openapi.json."""
    from guantong.api.interface import interface

    described: dict[str, Any] = interface.get_openapi_schema(path_prefix=PREFIX)
    return described


def as_text() -> str:
    """The description as the repository keeps it: stable order, Chinese legible."""
    return json.dumps(openapi(), ensure_ascii=False, indent=2, default=str) + "\n"


def main() -> None:
    """Write the description to standard output."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guantong.project.settings")
    import django

    django.setup()
    sys.stdout.write(as_text())


if __name__ == "__main__":
    main()
