"""docs/openapi.json is what the code serves, and every operation says how it refuses."""

import json
from pathlib import Path

import guantong
from guantong.api.schema import as_text, openapi

SNAPSHOT = Path(guantong.__file__).parent.parent / "docs" / "openapi.json"


def test_the_snapshot_is_current() -> None:
    assert SNAPSHOT.read_text(encoding="utf-8") == as_text(), "run: python -m guantong.api.schema > docs/openapi.json"


def test_every_integer_that_comes_in_is_bounded() -> None:
    for path in openapi()["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", []):
                if parameter["schema"].get("type") == "integer":
                    assert {"minimum", "maximum"} <= set(parameter["schema"])


def test_every_text_that_comes_in_is_bounded() -> None:
    for name, field in openapi()["components"]["schemas"]["Voice"]["properties"].items():
        assert "maxLength" in field or field.get("format") == "uuid", name


def test_the_description_is_served(client: object) -> None:
    assert client.get("/api/openapi.json").json() == json.loads(as_text())  # type: ignore[attr-defined]
