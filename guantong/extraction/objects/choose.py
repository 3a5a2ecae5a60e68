"""Whether the object stands before or behind a figure, and what figures share one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guantong.extraction.candidates import Candidate
from guantong.extraction.layout import Layout
from guantong.extraction.objects import before, behind
from guantong.extraction.objects.distribute import distribute
from guantong.extraction.objects.words import verbs_in_use, words

_JOINS = re.compile(r"[ 、]*(?:以及|并|和|及|与|或|以|且)?[ 、]*")
_SHARE = re.compile(r"(?:占比?|其中|比例)[为达到]*")
_ONLY_CHANGE = re.compile(
    r"(?:[的,]|同比|环比)*(?:提高|提升|上升|增加|增长|下降|减少|降低|扩大|缩小|回升|增|降|升)?[了到至为 ]*"
)
_ONLY_SUM = re.compile(r"(?:共计?|总计|合计|累计|总共|一共|总数|达到?|约|[为有])+")
_DIGIT = re.compile(r"[0-9]")
_SHORT_NOUN = 2
_WINDOW = 60

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A figure with the free text on either side of it inside its clause, and what the figure before it counts."""

    candidate: Candidate
    left_at: int
    left: str
    right: str
    opens_clause: bool
    touches: bool
    """The figure before it ends where `left` begins."""
    previous: Span | None
    in_row: bool
    """It continues a row that 邀请 or the like opened: 邀请5名市代表、12名县代表列席."""
    gap: tuple[int, str]
    """The free text of the clause before, for a figure that only sums it up (共156个)."""


def resolve(plain: str, figures: Sequence[Candidate], layout: Layout) -> list[Span | None]:
    """The object span of each figure, in order."""
    found: list[Span | None] = []
    used, pivot = 0, False
    for index, candidate in enumerate(figures):
        clause_start, clause_end = layout.clause(candidate.start)
        following = figures[index + 1].start if index + 1 < len(figures) else clause_end
        left_at = max(clause_start, used, candidate.start - _WINDOW)
        right_end = max(candidate.end, min(clause_end, following, candidate.end + _WINDOW))
        gap_at = max(used, clause_start - _WINDOW)
        place = Place(
            candidate=candidate,
            left_at=left_at,
            left=plain[left_at : candidate.start],
            right=_own_part(plain[candidate.end : right_end], shared=right_end == following < clause_end),
            opens_clause=left_at == clause_start,
            touches=index > 0 and left_at == figures[index - 1].end,
            previous=found[-1] if found else None,
            in_row=pivot and used > 0 and _JOINS.fullmatch(plain, left_at, candidate.start) is not None,
            gap=(gap_at, plain[gap_at : max(gap_at, clause_start - 1)]),
        )
        span = _object(place)
        pivot = place.in_row or words().pivot_at_end.search(place.left) is not None
        found.append(span)
        used = max(candidate.end, span[1] if span and span[0] >= candidate.end else 0)
    return distribute(plain, figures, found)


def _own_part(text: str, *, shared: bool) -> str:
    """The text behind a figure up to the next digit; of a text shared with the next figure, the part before 、."""
    digit = _DIGIT.search(text)
    text = text if digit is None else text[: digit.start()]
    return text.rpartition("、")[0] if shared and "、" in text else text


def _object(place: Place) -> Span | None:
    shared = _shared(place)
    if shared is not None:
        return shared
    in_front = before.phrase(place.left)
    if _stands_behind(place, in_front):
        chosen = _behind(place)
        if chosen is not None and not _verb_says_more(place, chosen):
            return chosen
    if in_front is not None:
        return place.left_at + in_front[0], place.left_at + in_front[1]
    if place.right.startswith("的"):
        return _behind(place)
    return place.previous if not place.opens_clause else None


def _shared(place: Place) -> Span | None:
    """The object of the figure before, for its share, its second unit, its new value or its sum."""
    left = place.left.strip()
    if place.previous is None:
        return None
    if _SHARE.fullmatch(left) and (_is_rate(place) or (left == "其中" and behind.opens_nothing(place.right, True))):
        return place.previous
    if place.opens_clause:
        return _summed_up(place) if _ONLY_SUM.fullmatch(left) and behind.opens_nothing(place.right) else None
    if place.touches and (_ONLY_CHANGE.fullmatch(left) or _JOINS.fullmatch(left)):
        return place.previous if left not in ("", "、", "和") or behind.opens_nothing(place.right) else None
    return None


def _summed_up(place: Place) -> Span | None:
    at, text = place.gap
    named = before.phrase(text) if text else None
    return (at + named[0], at + named[1]) if named else place.previous


def _is_rate(place: Place) -> bool:
    return place.candidate.unit.group == "rate"


def _behind(place: Place) -> Span | None:
    span = behind.phrase(place.right, _keeps_doing(place))
    end = place.candidate.end
    return None if span is None else (end + span[0], end + span[1])


def _stands_behind(place: Place, in_front: Span | None) -> bool:
    """The noun follows when one can begin there and the text in front ends in a verb or preposition, or is empty."""
    bare_verb = words().verb_at_end.search(place.left) is not None
    if place.right.startswith("的"):
        return in_front is None or (bare_verb and not _is_rate(place))
    bare = _is_bare(place.left)
    if behind.opens_nothing(place.right, doing=bare):
        return False
    if bare or in_front is None:
        return True
    if _is_rate(place):
        return False
    if bare_verb or words().behind.search(place.left) is not None:
        return True
    following = verbs_in_use(place.right, 0, len(place.right))
    return not following or following[0][0] > 1


def _is_bare(left: str) -> bool:
    """True when only words that open a clause stand in front."""
    at = 0
    while (found := words().opener.match(left, at)) is not None:
        at = found.end()
    return _JOINS.fullmatch(left, at) is not None


def _keeps_doing(place: Place) -> bool:
    """The doing belongs to the object of a figure that opens its clause or hangs on 邀请, 推动, 将."""
    return (
        place.in_row
        or words().pivot_at_end.search(place.left) is not None
        or (place.opens_clause and _is_bare(place.left))
    )


def _verb_says_more(place: Place, chosen: Span) -> bool:
    """捐赠3000元物资: after money a noun of two signs says less than the verb in front."""
    if place.candidate.unit.group != "money" or chosen[1] - chosen[0] > _SHORT_NOUN:
        return False
    return words().verb_at_end.search(place.left) is not None
