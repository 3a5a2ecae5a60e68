"""Collects every sentence that people read into the English catalogue; `make messages`.

What stands in code and templates is found by xgettext (Debian: gettext); what stands in declarations
(states, moves, clocks, figures) is added from them. Translations that are there stay; a sentence without
one is left empty and named, and the exit code is 1.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "guantong"
LOCALE = CODE / "locale"
ENGLISH = LOCALE / "en" / "LC_MESSAGES"
HEADER = "# English texts of Guantong. The msgids are the Chinese sources; collected by scripts/messages.py."
NEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""The date of every catalogue, so that collecting twice changes nothing."""


def main() -> int:
    """Exit code 1 when gettext is not installed or a sentence has no English."""
    if not shutil.which("xgettext"):
        print("错误：没有找到 xgettext；请运行：apt-get install gettext", file=sys.stderr)  # noqa: T201  (its output)
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guantong.project.settings")
    import django

    django.setup()
    from guantong.project.declared_words import declared_words

    without = [*_collect("django", declared_words()), *_collect("djangojs", ())]
    for sentence in without:
        print(f"没有英文：{sentence}")  # noqa: T201  (its output)
    return 1 if without else 0


def _collect(domain: str, declared: Iterable[str]) -> list[str]:
    """Write one catalogue, if there is anything to say; the sentences that have no translation."""
    target = ENGLISH / f"{domain}.po"
    target.parent.mkdir(parents=True, exist_ok=True)
    known = _read(target) if target.exists() else Catalog()
    fresh = Catalog(locale="en", header_comment=HEADER, fuzzy=False, revision_date=NEVER, creation_date=NEVER)
    found = _found(domain)
    for message in found:
        if message.id:
            fresh.add(message.id, locations=message.locations, context=message.context, flags=message.flags)
    for word in declared:
        fresh.add(word, locations=[("declarations", None)])
    for message in fresh:
        if message.id and (old := known.get(message.id, message.context)):
            message.string = old.string
    if len(fresh):
        with target.open("wb") as file:
            write_po(file, fresh, width=110, sort_output=True)
    elif target.exists():
        target.unlink()
    return [str(message.id) for message in fresh if message.id and not _said(message)]


def _found(domain: str) -> Catalog:
    """What xgettext finds in code, templates and scripts, without the tests."""
    from django.core.management import call_command

    os.chdir(CODE)
    call_command(
        "makemessages",
        locale=["en"],
        domain=domain,
        ignore_patterns=["*/tests/*"],
        keep_pot=True,
        add_location="file",
        verbosity=0,
    )
    template = LOCALE / f"{domain}.pot"
    if not template.exists():
        return Catalog()
    try:
        return _read(template)
    finally:
        template.unlink()


def _read(path: Path) -> Catalog:
    # xgettext leaves the number of plural forms open in a template; nothing that is read here needs it.
    text = path.read_text(encoding="utf-8").replace("nplurals=INTEGER; plural=EXPRESSION;", "")
    return read_po(io.StringIO(text), locale="en")


def _said(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


if __name__ == "__main__":
    sys.exit(main())
