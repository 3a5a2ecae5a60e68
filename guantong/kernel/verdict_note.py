"""Why a verdict was given, as data that a page can put into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_SENTENCES: Mapping[str, str] = {
    "no_record": "系统中没有这一项的记录。",
    "unit_differs": "报告单位为“{reported}”，记录单位为“{recorded}”，口径不同。",
    "no_base": "记录中没有可供计算的基数。",
    "equal": "与记录一致。",
    "within": "记录为{recorded}，在报告所述范围{interval}内。",
    "rate_fits": "记录为{numerator}÷{denominator}，与报告一致（分子{first}至{last}均可）。",
    "differs": "记录为{recorded}，与报告相差{difference}。",
    "outside": "记录为{recorded}，不在报告所述范围{interval}内。",
    "rate_differs": "记录为{numerator}÷{denominator}，报告的比率对应分子{first}至{last}。",
    "rate_impossible": "记录为{numerator}÷{denominator}，以{denominator}为基数得不出报告的比率。",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A reason.

    `code` is one of no_record, unit_differs, no_base, equal, within, rate_fits, differs, outside,
    rate_differs, rate_impossible; `params` holds strings and whole numbers only.
    """

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    def sentence(self) -> str:
        """Say the reason in Chinese."""
        return _SENTENCES[self.code].format(**self.params)
