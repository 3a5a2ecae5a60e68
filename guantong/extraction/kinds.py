"""Stage 6: whether a figure is a count, an amount of money, a measure, a rate or a change."""

import re

from guantong.extraction.figure import Kind
from guantong.extraction.units import Unit

_CHANGE = re.compile(
    r"(?:同比|环比|增长|增加|增幅|下降|减少|上升|提升|提高|降低|回落|扩大|缩小|翻|较上年|比上年|比去年)[^,]{0,6}$"
)
_LEVEL = re.compile(r"(?:至|到|达|为|在|于)[约近超]?$")


def kind(unit: Unit, left: str) -> Kind:
    """The kind of a figure from its unit and the clause in front of it."""
    if unit.group == "money":
        return "money"
    if unit.group == "measure":
        return "measure"
    if unit.group == "rate":
        return "change" if _CHANGE.search(left) and not _LEVEL.search(left) else "rate"
    return "count"
