"""Figures that count what the figure before them counts: its share, its second unit, its new value, its sum."""

import re

from guantong.extraction.objects import before, behind
from guantong.extraction.objects.place import JOINS, Place, Span, is_rate

_DIMENSION = re.compile(r"(?:、 ?)?[长宽高深厚重]")
_SHARE = re.compile(r"(?:占比?|其中|比例)[为达到]*")
_CHANGES = "提高|提升|上升|增加|增长|下降|减少|降低|扩大|缩小|缩短|压缩|调整|发展|扩展|跃升|攀升|回落|回升|增|降|升|涨"
_ONLY_CHANGE = re.compile(rf"(?:[的,]|同比|环比)*(?:{_CHANGES})?[了到至为 ]*")
_ONLY_SUM = re.compile(r"(?:共计?|总计|合计|累计|总共|一共|总数|达到?|约|[为有])+")
_FROM = ("由", "从")
_TO = re.compile(rf"(?:{_CHANGES})[到至为]")
_TIMES_AS_MUCH = re.compile(r"(?:已?[是为]|相当于)[^,]{2,10}的[近约]?")
_WEAK_JOINS = ("", "、", "和", "为", "到", "至", "了")


def shared(place: Place) -> Span | None:
    """The object of the figure before, for its share, its second unit, its new value or its sum."""
    left = place.left.strip()
    if place.opens_clause and _ONLY_SUM.fullmatch(left) and behind.opens_nothing(place.right):
        return _summed_up(place)
    if place.candidate.unit.group == "measure" and _DIMENSION.fullmatch(left):
        return _summed_up(place) if place.opens_clause else place.previous
    if place.previous is not None and (_compares(place, left) or _continues(place, left)):
        return place.previous
    return None


def _compares(place: Place, left: str) -> bool:
    """A share (占60%), a part (其中45条已办结), a multiple (是上年的2倍) or a way up (由78%提高到96%)."""
    if _SHARE.fullmatch(left) and (is_rate(place) or (left == "其中" and behind.opens_nothing(place.right, True))):
        return True
    if place.candidate.unit.name == "倍" and _TIMES_AS_MUCH.fullmatch(left):
        return True
    return place.opens_clause and left in _FROM and _TO.match(place.right) is not None


def _continues(place: Place, left: str) -> bool:
    """It follows the figure before with nothing but a word of change or of joining between them."""
    if place.opens_clause or not place.touches:
        return False
    if _ONLY_CHANGE.fullmatch(left) is None and JOINS.fullmatch(left) is None:
        return False
    return left not in _WEAK_JOINS or behind.opens_nothing(place.right)


def _summed_up(place: Place) -> Span | None:
    at, text = place.gap
    named = before.phrase(text) if text else None
    return (at + named[0], at + named[1]) if named else place.previous
