"""Each house rule lets these lines pass and stops those."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path, PurePosixPath
from types import ModuleType

import pytest


def _load() -> ModuleType:
    path = Path(__file__).resolve().parent.parent / "house_rules.py"
    spec = importlib.util.spec_from_file_location("house_rules", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["house_rules"] = module
    spec.loader.exec_module(module)
    return module


rules = _load()
HERE = "guantong/opinions/services.py"

PASS = [
    ("nothing_unfinished", HERE, "# the list is complete"),
    ("nothing_unfinished", HERE, "todos = []"),
    ("excuses_have_reasons", HERE, "import x  # noqa: E402  (Django has to be set up first)"),
    ("excuses_have_reasons", HERE, "# set up comes first\nimport x  # noqa: E402"),
    ("excuses_have_reasons", HERE, "import x  # noqa: E402 - a set-up comes first"),
    ("excuses_have_reasons", HERE, "x = f()  # type: ignore[attr-defined]  (the stub lacks it)"),
    ("excuses_have_reasons", "guantong/opinions/tests/test_x.py", "x = f()  # type: ignore[attr-defined]"),
    ("no_drawers", "guantong/kernel/numerals.py", ""),
    ("one_clock", HERE, "from guantong.base.now import now\nnow()"),
    ("one_clock", "guantong/base/now.py", "timezone.now()"),
    ("one_clock", HERE, "datetime.combine(day, time.min)"),
    ("one_clock", "guantong/opinions/tests/test_x.py", "timezone.now()"),
    ("one_writer_of_states", "guantong/matters/services/perform.py", "matter.state = target"),
    ("one_writer_of_states", HERE, "state = matter.state"),
    ("one_writer_of_states", "guantong/base/works.py", "work.state = 'done'"),
    ("one_writer_of_states", HERE, "rows.update(title='x')"),
    ("no_assembled_sql", HERE, "cursor.execute('SELECT 1 WHERE a = %s', [a])"),
    ("no_assembled_sql", HERE, "cursor.execute('SELECT 1' + ' WHERE a = %s', [a])"),
    ("no_assembled_sql", HERE, "# SQL: the table is our own\ncursor.execute(f'SELECT {table}')"),
    ("no_silent_catch", HERE, "try:\n    f()\nexcept KeyError:\n    pass"),
    ("no_silent_catch", HERE, "try:\n    f()\nexcept Exception as error:\n    report(error)"),
    ("migrations_have_names", "guantong/opinions/migrations/0002_codes_that_expire.py", ""),
    ("nothing_inline", "a.html", '<script src="{% static \'a.js\' %}" defer></script><p class="style"></p>'),
    ("nothing_from_afar", "a.svg", '<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
    ("nothing_from_afar", "a.html", "{# a // b #}<a href='/code/'>x</a>"),
    ("not_too_long", HERE, "x = 1\n" * 600),
]

FAIL = [
    ("nothing_unfinished", HERE, "# TODO later"),
    ("nothing_unfinished", HERE, "x = 1  # FIXME"),
    ("excuses_have_reasons", HERE, "import x  # noqa: E402"),
    ("excuses_have_reasons", HERE, "import x  # noqa"),
    ("excuses_have_reasons", HERE, "x = f()  # type: ignore"),
    ("excuses_have_reasons", HERE, "x = f()  # type: ignore[attr-defined]"),
    ("no_drawers", "guantong/opinions/utils.py", ""),
    ("no_drawers", "guantong/helpers/names.py", ""),
    ("one_clock", HERE, "timezone.now()"),
    ("one_clock", HERE, "datetime.datetime.now(tz)"),
    ("one_clock", HERE, "x = date.today()"),
    ("one_writer_of_states", HERE, "opinion.state = 'closed'"),
    ("one_writer_of_states", HERE, "opinion.state: str = 'closed'"),
    ("one_writer_of_states", HERE, "opinion.state, opinion.title = 'closed', 'x'"),
    ("one_writer_of_states", HERE, "Matter.objects.filter(pk=1).update(state='closed')"),
    ("no_assembled_sql", HERE, "cursor.execute(f'SELECT {column}')"),
    ("no_assembled_sql", HERE, "cursor.execute('SELECT %s' % column)"),
    ("no_assembled_sql", HERE, "cursor.execute('SELECT {}'.format(column))"),
    ("no_assembled_sql", HERE, "cursor.execute('SELECT ' + column)"),
    ("no_silent_catch", HERE, "try:\n    f()\nexcept:\n    g()"),
    ("no_silent_catch", HERE, "try:\n    f()\nexcept Exception:\n    pass"),
    ("migrations_have_names", "guantong/opinions/migrations/0002_auto_20260101_1200.py", ""),
    ("migrations_have_names", "guantong/opinions/migrations/0002_code_note_and_more.py", ""),
    ("nothing_inline", "a.html", '<p style="color: red">'),
    ("nothing_inline", "a.html", "<script>go()</script>"),
    ("nothing_inline", "a.html", "<style>p {}</style>"),
    ("nothing_inline", "a.html", '<button onclick="go()">'),
    ("nothing_from_afar", "a.html", '<link href="https://cdn.example.com/a.css">'),
    ("nothing_from_afar", "a.css", "@import url(//fonts.example.com/a.css);"),
    ("not_too_long", HERE, "x = 1\n" * 601),
]


def _found(rule: str, path: str, text: str) -> list[tuple[int, str]]:
    return list(getattr(rules, rule)(rules.Source(PurePosixPath(path), text)))


@pytest.mark.parametrize(("rule", "path", "text"), PASS)
def test_what_keeps_the_rule_passes(rule: str, path: str, text: str) -> None:
    assert _found(rule, path, text) == []


@pytest.mark.parametrize(("rule", "path", "text"), FAIL)
def test_what_breaks_the_rule_is_found_at_its_line(rule: str, path: str, text: str) -> None:
    found = _found(rule, path, text)
    assert found
    assert all(1 <= line <= max(1, len(text.splitlines())) for line, _ in found)


def test_every_rule_is_tried_both_ways() -> None:
    known = {rule.__name__ for group in rules.RULES.values() for rule in group}
    assert known == {rule for rule, _, _ in PASS} == {rule for rule, _, _ in FAIL}
