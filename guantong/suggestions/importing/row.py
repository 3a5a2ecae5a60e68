"""One row of a sheet made a past suggestion, or what is wrong with its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from guantong.suggestions.importing.header import Header
from guantong.suggestions.importing.past import PastSuggestion, Problem
from guantong.suggestions.importing.sheet import Grid
from guantong.suggestions.importing.values import category_of, day_of, grade_of, names_of, text_of, units_of
from guantong.suggestions.models.choices import ReplyCategory

T = TypeVar("T")
LONGEST = {"number": 40, "title": 120, "session": 60, "reply_number": 60, "body": 5000, "reply": 20_000, "note": 2000,
           "promise": 2000, "subject": 40}  # fmt: skip
"""Characters that a text may have."""

ORDER = ("submitted", "handed", "replied", "rated")
"""Moments in the order in which they happen."""


@dataclass(slots=True)
class RowReader:
    """Reads the cells of one suggestion, which may stand in several rows (a title merged over them)."""

    grid: Grid
    header: Header
    rows: tuple[int, ...]
    year: int
    today: date
    letters: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    @property
    def row(self) -> int:
        return self.rows[0]

    def raw(self, name: str, row: int | None = None) -> Any:
        """The cell of a field; None without such a column."""
        column = self.header.columns.get(name)
        return None if column is None else self.grid.cell(row or self.row, column)

    def wrong(self, name: str, sentence: str) -> None:
        """Note down what is wrong with a cell."""
        column = self.header.words.get(name, "")
        self.problems.append(Problem(self.grid.name, self.row, column, text_of(self.raw(name))[:60], sentence))

    def text(self, name: str) -> str:
        """The text of a field, within its limit."""
        text = text_of(self.raw(name))
        if len(text) > LONGEST[name]:
            self.wrong(name, _("有%(n)s字，最多%(most)s字。") % {"n": len(text), "most": LONGEST[name]})
        if text.startswith("#") and text.rstrip("!?").isupper():
            self.wrong(name, _("单元格里是公式错误，请改成文字。"))
        return text

    def all_of(self, name: str, parse: Callable[[Any], list[str]]) -> tuple[str, ...]:
        """The names of a field in all rows of the suggestion, each once."""
        return tuple(dict.fromkeys(one for row in self.rows for one in parse(self.raw(name, row))))

    def day(self, name: str) -> date | None:
        """The day of a field; None for an empty cell."""
        sentence = _("认不出日期，请写成“2024年3月5日”或“2024-03-05”。")
        found = self._parsed(name, lambda value: day_of(value, self.year), sentence)
        if found is not None and not 1980 <= found.year <= 2099:
            self.wrong(name, _("年份不对，请核对。"))
        return found

    def _parsed(self, name: str, parse: Callable[[Any], T], sentence: str) -> T | None:
        value = self.raw(name)
        if not text_of(value):
            return None
        try:
            return parse(value)
        except ValueError:
            self.wrong(name, sentence)
            return None

    def read(self) -> PastSuggestion | None:
        """The suggestion; None when anything is wrong, which `problems` then says."""
        title, leads, submitted = (
            self.text("title").replace("\n", ""),
            self.all_of("lead", names_of),
            self.day("submitted"),
        )
        if not title:
            self.wrong("title", _("没有标题。"))
        if not leads:
            self.wrong("lead", _("没有领衔代表。"))
        if submitted is None and not self._said("submitted"):
            self.wrong("submitted", _("没有提出时间。"))
        units = self.all_of("unit", units_of)
        grades = {
            name: self._parsed(name, lambda v: grade_of(text_of(v)), _grade_sentence()) for name in ("grade", "process")
        }
        category = self._parsed("category", lambda v: category_of(text_of(v), self.letters), _category_sentence())
        days: dict[str, Any] = {name: self.day(name) for name in ("handed", "replied", "rated", "promised_by", "kept")}
        texts: dict[str, Any] = {name: self.text(name) for name in TEXTS}
        past = PastSuggestion(
            sheet=self.grid.name,
            row=self.row,
            year=self.year,
            title=title,
            lead=leads[0] if leads else "",
            submitted=submitted or date.min,
            signers=_besides(leads, self.all_of("signers", names_of)),
            unit=units[0] if units else "",
            co_units=_besides(units, self.all_of("co_units", units_of)),
            category=category or ReplyCategory.NONE,
            grade=grades["grade"],
            process=grades["process"] or grades["grade"],
            **days,
            **texts,
        )
        self._check(past)
        return None if self.problems else past

    def _said(self, name: str) -> bool:
        return any(problem.column == self.header.words.get(name) for problem in self.problems)

    def _check(self, past: PastSuggestion) -> None:
        self._check_order(past)
        for name, wanting, sentence in _demands(past):
            if wanting and not self._said(name):
                self.wrong(name, sentence)

    def _check_order(self, past: PastSuggestion) -> None:
        known = [(name, day) for name in ORDER if (day := getattr(past, name)) is not None]
        for (before, early), (name, late) in pairwise(known):
            if late < early:
                words = self.header.words.get(before, "")
                self.wrong(name, _("早于“%(before)s”（%(day)s）。") % {"before": words, "day": early.isoformat()})
        for name, day in (*known, ("kept", past.kept)):
            if day is not None and day > self.today:
                self.wrong(name, _("日期在今天以后。"))


TEXTS = ("number", "subject", "body", "session", "reply", "reply_number", "promise", "note")


def _demands(past: PastSuggestion) -> list[tuple[str, bool, str]]:
    """What a suggestion cannot be without, given what else it has: field, whether it is missing, the sentence."""
    told = past.replied is not None
    return [
        ("handed", told and past.handed is None, _("有答复时间，没有交办时间。")),
        ("unit", bool(told or past.handed) and not past.unit, _("已经交办，没有主办单位。")),
        ("category", told and not past.category, _("有答复时间，没有答复类别。")),
        ("replied", bool(past.category) and not told, _("有答复类别，没有答复时间。")),
        ("replied", past.grade is not None and not told, _("有满意度，没有答复时间。")),
        ("grade", past.grade is None and bool(past.process or past.rated), _("有评价，没有满意度。")),
        ("replied", bool(past.promise) and not told, _("有承诺，没有答复时间。")),
        ("promised_by", bool(past.promise) and past.promised_by is None, _("有承诺事项，没有承诺期限。")),
        ("promise", not past.promise and bool(past.promised_by or past.kept), _("没有承诺事项。")),
        ("promise", bool(past.promise) and past.category == ReplyCategory.RESOLVED, _("已经解决的不再写承诺。")),
        ("kept", bool(past.kept and past.replied and past.kept < past.replied), _("兑现早于答复。")),
    ]


def _besides(first: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """All names but the first one's, each once."""
    return tuple(name for name in dict.fromkeys((*first[1:], *more)) if name not in first[:1])


def _grade_sentence() -> str:
    return _("认不出满意度，请写“满意”“基本满意”或“不满意”。")


def _category_sentence() -> str:
    return _("认不出答复类别，请写A、B、C（甲、乙、丙），或写明是否解决。")
