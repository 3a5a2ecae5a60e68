"""By what scores are computed: items, each a figure with its points."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from guantong.figures.by_subject import counts_by
from guantong.figures.definitions import find
from guantong.kernel.indicator import Measure
from guantong.regions import rulebook

SCORE_SETTINGS = {"deputy": "score.deputy", "unit": "score.unit"}
"""The setting that holds the rule, by kind of subject."""

BASIS, MARK = "通行做法，待县级规定确认", "M"


def _upto(figure: str, points: int, full_at: int) -> dict[str, Any]:
    return {"figure": figure, "points": points, "full_at": full_at}


def _rate(figure: str, points: int) -> dict[str, Any]:
    return {"figure": figure, "points": points, "rate": True}


DEFAULTS: Mapping[str, list[dict[str, Any]]] = {
    # Meetings 20, activities 25, suggestions 20, voter contact 20, training 10, reports to voters 5.
    "deputy": [
        _upto("sc_meeting_observer_person_times", 20, 1),
        _upto("activity_deputy_person_times", 15, 6),
        _upto("research_inspection_deputy_person_times", 10, 1),
        _upto("suggestions_received", 20, 1),
        _upto("household_visit_person_times", 10, 20),
        _upto("station_opinions_collected", 10, 5),
        _upto("professional_training_person_times", 10, 1),
        _upto("duty_reports_held", 5, 1),
    ],
    "unit": [
        _rate("suggestion_in_time_rate", 30),
        _rate("suggestion_contact_rate", 20),
        _rate("suggestion_first_satisfaction_rate", 20),
        _rate("suggestion_reply_a_share", 15),
        _rate("suggestion_promise_conversion_rate", 15),
    ],
}
"""For a half-year."""


def score_rule(subjects: str, *, region_code: str, on: date) -> dict[str, Any]:
    """The rule in force for a county on a day, in full: items, basis, mark, and since when it is in force."""
    own = rulebook.setting(SCORE_SETTINGS[subjects], region_code=region_code, on=on)
    items = DEFAULTS[subjects] if own is None else own.value
    return {
        "items": [item for item in items if _usable(item, subjects)],
        "left_out": [item["figure"] for item in items if not _usable(item, subjects)],
        "basis": BASIS if own is None else own.basis,
        "mark": MARK if own is None else own.mark,
        "since": None if own is None else own.effective_from.isoformat(),
    }


def _usable(item: Mapping[str, Any], subjects: str) -> bool:
    figure = find(item["figure"])
    return figure is not None and counts_by(figure, subjects)


def score_problem(subjects: str, value: Any) -> str | None:
    """What is wrong with a county's own rule: it is items of different figures whose points add up to at most 100."""
    shape = _("评分办法应是若干项目，每项写明 figure、points（1至100），以及 full_at（满分次数）或 rate（按比率）。")
    if not isinstance(value, list) or not 0 < len(value) <= 30 or not all(_well_formed(item) for item in value):
        return shape
    if len({item["figure"] for item in value}) < len(value) or sum(item["points"] for item in value) > 100:
        return _("评分项目不能重复，满分合计不超过100分。")
    for item in value:
        figure = find(item["figure"])
        if figure is None or not counts_by(figure, subjects):
            return _("“%(figure)s”不能按评分对象统计。") % {"figure": item["figure"]}
        if (figure.measure is Measure.RATE) != bool(item.get("rate")):
            return _("“%(figure)s”：比率用 rate，次数用 full_at。") % {"figure": figure.indicator.name}
    return None


def _well_formed(item: Any) -> bool:
    if not isinstance(item, dict) or not isinstance(item.get("figure"), str):
        return False
    by_rate = item.get("rate") is True and item.keys() == {"figure", "points", "rate"}
    by_count = item.keys() == {"figure", "points", "full_at"} and whole(item["full_at"], 1, 100_000)
    return whole(item.get("points"), 1, 100) and (by_rate or by_count)


def whole(value: Any, least: int, most: int) -> bool:
    """Whether it is a whole number within bounds."""
    return type(value) is int and least <= value <= most
