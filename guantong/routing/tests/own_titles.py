"""Titles written for these tests, with the department that each goes to: `[code]` and its titles, line by line."""

from pathlib import Path

FOLDER = Path(__file__).parent / "titles"


def titles(name: str) -> list[tuple[str, str]]:
    """Title and code of every line of `titles/<name>.txt`."""
    found, code = [], ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            code = line.strip("[]")
        elif line and not line.startswith("#"):
            found.append((line, code))
    return found
