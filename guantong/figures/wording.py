"""Why a reported number agrees with the records or not, in plain Chinese."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from guantong.figures import shown
from guantong.figures.values import Value
from guantong.kernel.verdict import Interval, Judgement
from guantong.kernel.verdict_interval import plain


def explanation(judged: Judgement, recorded: Value) -> str:
    """The sentence beside a verdict that came from comparing."""
    note = judged.note
    words = {
        **note.params,
        "value": shown.with_unit(recorded),
        "parts": shown.parts(recorded),
        "range": _range(judged.interval, recorded.unit) if judged.interval else "",
    }
    if note.code == "rate_fits" and note.params["first"] == note.params["last"]:
        return _("记录为%(parts)s＝%(value)s，与报告一致。") % words
    return _SENTENCES[note.code]() % words


_SENTENCES = {
    "unit_differs": lambda: _("报告的单位是“%(reported)s”，记录的单位是“%(recorded)s”，数的不是一回事。"),
    "no_base": lambda: _("记录中没有可供计算的基数。"),
    "equal": lambda: _("记录为%(value)s，与报告一致。"),
    "within": lambda: _("记录为%(value)s，在报告所说的范围内（%(range)s）。"),
    "outside": lambda: _("记录为%(value)s，不在报告所说的范围内（%(range)s）。"),
    "differs": lambda: _("记录为%(value)s，与报告相差%(difference)s。"),
    "rate_fits": lambda: _("记录为%(parts)s＝%(value)s，与报告一致（分子为%(first)s至%(last)s时都写成这个比率）。"),
    "rate_differs": lambda: _("记录为%(parts)s＝%(value)s；报告的比率要求分子为%(first)s至%(last)s。"),
    "rate_impossible": lambda: _("记录为%(parts)s＝%(value)s；以%(denominator)s为分母得不出报告的比率。"),
}


def _range(interval: Interval, unit: str) -> str:
    low, high = _n(interval.low, unit), _n(interval.high, unit)
    if interval.is_point:
        return low
    if not interval.low:
        return (_("不超过%(high)s") if interval.high_closed else _("不满%(high)s")) % {"high": high}
    if interval.low_closed:
        words = _("%(low)s至%(high)s") if interval.high_closed else _("%(low)s以上、不满%(high)s")
    else:
        words = _("超过%(low)s、不超过%(high)s") if interval.high_closed else _("超过%(low)s、不满%(high)s")
    return words % {"low": low, "high": high}


def _n(number: Decimal, unit: str) -> str:
    return f"{plain(number)}{unit}"
