"""What the page of a sheet shows: the ranking, and the working behind every point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.appraisals.forms.moves import FORMS
from guantong.appraisals.models import Appeal, ScoreLine, ScoreSheet, Subjects
from guantong.appraisals.rules import score_rule
from guantong.appraisals.selectors.sheets import OVERSEERS, differences, lines_for
from guantong.figures.definitions import find
from guantong.kernel.periods import Period
from guantong.matters.actions import Desk


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a line in words: what was counted, how points come of it, and the way to the records."""

    name: str
    url: str
    counted: str
    formula: str
    points: str
    full: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its items, how they add up, what an appeal changed, and the appeal where the reader may see it.

    `bar` is the length of its bar, in whole points; `changed` is empty where nothing was.
    """

    line: ScoreLine
    items: Sequence[Item]
    total: str
    bar: int
    changed: str
    appeal: Appeal | None


def _detail(sheet: ScoreSheet, actor: Actor) -> Mapping[str, Any]:
    lines = lines_for(sheet, actor)
    period = Period.parse(sheet.period)
    checked = actor.role in CONGRESS_ROLES and sheet.computed_at is not None
    rule = sheet.rule or score_rule(sheet.subjects, region_code=sheet.region_id, on=period.end)
    return {
        "period": period.label_zh(),
        "rule": rule,
        "rule_basis": rule["basis"] if rule["since"] else _(rule["basis"]),
        "rule_items": [_rule_item(item) for item in rule["items"]],
        "rule_full": sum(item["points"] for item in rule["items"]),
        "lines": [_shown(sheet, line) for line in lines],
        "of_how_many": sheet.lines.count(),
        "whom": _("代表") if sheet.subjects == Subjects.DEPUTY else _("承办单位"),
        "any_changed": any(line.changed for line in lines),
        "all_of_them": actor.role in OVERSEERS,
        "checked": checked,
        "differing": differences(sheet) if checked else [],
    }


def _rule_item(item: Mapping[str, Any]) -> Mapping[str, Any]:
    figure = find(item["figure"])
    how = _("按比率计") if item.get("rate") else _("满%(n)s得满分") % {"n": item["full_at"]}
    return {"name": _(figure.indicator.name) if figure else item["figure"], "points": item["points"], "how": how}


def _shown(sheet: ScoreSheet, line: ScoreLine) -> Line:
    working = line.working
    total = _("%(got)s ÷ %(full)s × 100 ＝ %(points)s") % working
    items = [item_of(sheet, line, row) for row in working["items"]]
    changed = f"{line.changed:+}" if line.changed else ""
    return Line(line, items, total, round(line.points), changed, getattr(line, "appeal", None))


def item_of(sheet: ScoreSheet, line: ScoreLine, row: Mapping[str, Any]) -> Item:
    """One item of a line's working in words."""
    figure = find(row["figure"])
    name = _(figure.indicator.name) if figure else row["figure"]
    url = reverse("desk:score-records", args=[sheet.pk, line.pk, row["figure"]]) if figure else ""
    return Item(name, url, _counted(row), _formula(row), row["points"] or "", row["full"])


def _counted(row: Mapping[str, Any]) -> str:
    return f"{row['count']} / {row['of']}" if "of" in row else str(row["count"])


def _formula(row: Mapping[str, Any]) -> str:
    if row["points"] is None:
        return _("没有可计的记录，本项不计")
    if "of" in row:
        return _("%(full)s × %(count)s ÷ %(of)s ＝ %(points)s") % row
    if row["count"] >= row["full_at"]:
        return _("达到%(full_at)s，得满分%(full)s") % row
    return _("%(full)s × %(count)s ÷ %(full_at)s ＝ %(points)s") % row


SHEET_DESK = Desk(forms=FORMS, detail=_detail)
