"""Measure words: which of them say the same thing, and which are another definition."""

from collections.abc import Set

RATES = frozenset({"%", "‰", "倍", "个百分点", "百分点"})
"""Units of a relation between two quantities; printed rounded even when nothing says so."""

_SAME: tuple[frozenset[str], ...] = (
    frozenset({"场", "次", "场次"}),
    frozenset({"人", "名", "位"}),
    frozenset({"个百分点", "百分点"}),
)
_SPELLINGS = {"人(次)": "人次", "场(次)": "场次", "％": "%", "平方千米": "平方公里", "千米": "公里"}


def plain_unit(unit: str) -> str:
    """Return the usual spelling of a measure word: 人（次） → 人次."""
    narrow = unit.strip().replace("（", "(").replace("）", ")")
    return _SPELLINGS.get(narrow, narrow)


def compatible(reported: str, recorded: str, also: Set[str] = frozenset()) -> bool:
    """Say whether the two units count the same thing.

    场, 次 and 场次 do, and so do 人, 名 and 位; 人 and 人次 do not. Classifiers such as 条 and 件 do only
    when the figure's definition lists them in `also`.
    """
    one, other = plain_unit(reported), plain_unit(recorded)
    accepted = {other, *map(plain_unit, also)}
    return one in accepted or any(one in same and not accepted.isdisjoint(same) for same in _SAME)
