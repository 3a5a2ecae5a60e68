"""What each station and each deputy is to do in a half-year 任务清单: figures with their targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from guantong.appraisals.rules.scores import BASIS, MARK, whole
from guantong.figures.by_subject import counts_by
from guantong.figures.definitions import Definition, find
from guantong.kernel.indicator import Measure
from guantong.regions import rulebook

TASK_SETTINGS = {"station": "tasks.station", "deputy": "tasks.deputy"}
"""The setting that holds the list, by kind of subject."""

DEFAULTS: Mapping[str, list[dict[str, Any]]] = {
    "station": [
        {"figure": "deputy_activities_held", "target": 6, "label": gettext_noop("站点活动每月一次")},
        {"figure": "household_visit_person_times", "target": 60, "label": gettext_noop("入户走访")},
        {"figure": "station_opinions_collected", "target": 10, "label": gettext_noop("收集意见建议")},
        {"figure": "practical_deeds_done", "target": 2, "label": gettext_noop("办实事")},
    ],
    "deputy": [
        {"figure": "activity_deputy_person_times", "target": 3, "label": gettext_noop("参加履职活动")},
        {"figure": "household_visit_person_times", "target": 10, "label": gettext_noop("入户走访")},
        {"figure": "suggestions_received", "target": 1, "label": gettext_noop("领衔提出建议")},
        {"figure": "professional_training_person_times", "target": 1, "label": gettext_noop("参加培训")},
    ],
}


@dataclass(frozen=True, slots=True)
class Task:
    """One line of a list: how much of a figure is due in a period."""

    figure: Definition
    target: int
    label: str


@dataclass(frozen=True, slots=True)
class TaskList:
    """The tasks of a kind of subject, with their basis; `since` is empty for the defaults."""

    tasks: tuple[Task, ...]
    basis: str
    mark: str
    since: date | None


def tasks_of(kind: str, *, region_code: str, on: date, months: int = 6) -> TaskList:
    """The list in force for a county on a day; targets are for a half-year and scaled to `months`, rounded up."""
    own = rulebook.setting(TASK_SETTINGS[kind], region_code=region_code, on=on)
    rows = DEFAULTS[kind] if own is None else own.value
    found = [(figure, row) for row in rows if (figure := find(row["figure"])) and counts_by(figure, kind)]
    tasks = tuple(Task(figure, -(-row["target"] * months // 6), _(row["label"])) for figure, row in found)
    if own is None:
        return TaskList(tasks, _(BASIS), MARK, None)
    return TaskList(tasks, own.basis, own.mark, own.effective_from)


def task_problem(kind: str, value: Any) -> str | None:
    """What is wrong with a county's own list: each task is a figure that is no rate, a target and a label."""
    if not isinstance(value, list) or not 0 < len(value) <= 20 or not all(_well_formed(row) for row in value):
        return _("任务清单应是若干项目，每项写明 figure、target（半年的数量）和 label（名称）。")
    for row in value:
        figure = find(row["figure"])
        if figure is None or figure.measure is Measure.RATE or not counts_by(figure, kind):
            return _("“%(figure)s”不能按任务对象统计。") % {"figure": row["figure"]}
    return None


def _well_formed(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and row.keys() == {"figure", "target", "label"}
        and isinstance(row["figure"], str)
        and isinstance(row["label"], str)
        and 0 < len(row["label"].strip()) <= 40
        and whole(row["target"], 1, 100_000)
    )
