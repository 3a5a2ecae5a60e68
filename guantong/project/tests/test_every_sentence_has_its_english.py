"""The English catalogue: nothing is missing, and every translation has the places of its source."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import override_settings
from django.utils import translation

from guantong.matters.registry import kind_by_code
from guantong.project.declared_words import declared_words

CATALOGUES = sorted(Path(settings.LOCALE_PATHS[0]).glob("en/LC_MESSAGES/*.po"))
PLACES = re.compile(r"%\([a-z_]+\)(?:\.\d+)?[a-z]|\{[a-z_]*\}|%%|</?[a-z]+>")
CHINESE = re.compile(r"[㐀-鿿]")
QUOTED = re.compile("“[^”]+”")
"""Words that somebody must write in Chinese, such as the head of a column, are quoted as they stand in the source."""

KEPT = {"简体中文", "例如：乐业人意〔2025〕12号。"}
"""Sentences whose English holds Chinese: a language calls itself by its own name, a number is quoted."""


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="en")


def _good(source: str, text: str) -> bool:
    places = sorted(PLACES.findall(source)) == sorted(PLACES.findall(text))
    own = QUOTED.sub(lambda quoted: "" if quoted[0] in source else quoted[0], text)
    return bool(text) and places and (source in KEPT or not CHINESE.search(own))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_every_sentence_is_translated_with_its_places(path: Path) -> None:
    wrong = []
    for message in _read(path):
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        for source, text in zip(sources, texts, strict=False):
            if source and not _good(str(source), text):
                wrong.append(source)
    assert wrong == []


def test_declared_words_are_in_the_catalogue() -> None:
    known = _read(next(path for path in CATALOGUES if path.name == "django.po"))
    assert [word for word in declared_words() if known.get(word) is None] == []


def test_a_procedure_is_given_out_in_the_language_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    from guantong.matters import registry

    monkeypatch.setattr(registry, "gettext", lambda words: f"[{words}]")
    monkeypatch.setattr(registry, "_spoken", {})
    with override_settings(LANGUAGE_CODE="zh-hans"), translation.override("en"):
        procedure = kind_by_code("opinion").procedure
        assert procedure.label == "[群众意见建议]"
        assert procedure.by_state["received"].label == "[已收到]"
        assert procedure.by_code["accept"].needs[0].label == "[说明]"
    with translation.override("zh-hans"):
        assert kind_by_code("opinion").procedure.label == "群众意见建议"
