"""The examples of CONTRIBUTING.md run as they stand."""

import re
from typing import Any

import pytest
from django.conf import settings

EXAMPLES = re.findall(
    r"^### (?P<name>[^\n]+)\n.*?^```python\n(?P<code>.*?)^```$",
    (settings.BASE_DIR / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)


def test_there_is_an_example_for_each_recipe() -> None:
    assert [name for name, _ in EXAMPLES] == ["Add a transition", "Add a clock", "Add a figure", "Add a domain"]


@pytest.mark.parametrize(("name", "code"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_runs(name: str, code: str) -> None:
    names: dict[str, Any] = {}
    exec(compile(code, f"CONTRIBUTING.md: {name}", "exec"), names)
    assert "assert" in code
