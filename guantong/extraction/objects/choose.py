"""The object of every figure of a text: shared with the figure before, behind it or in front of it."""

import re
from collections.abc import Sequence

from guantong.extraction.candidates import Candidate
from guantong.extraction.layout import Layout
from guantong.extraction.objects import before, behind
from guantong.extraction.objects.distribute import distribute
from guantong.extraction.objects.place import JOINS, Place, Span, hangs_on_pivot, opens_row
from guantong.extraction.objects.shared import shared
from guantong.extraction.objects.side import keeps_doing, stands_behind, verb_says_more
from guantong.extraction.objects.words import verbs_in_use, words

# Between two figures: 、 begins what belongs to the second, 和 does when little follows (12名学生和家长 30名教师).
_OTHERS_PART = re.compile(r"(?:、[^、()]*|(?:以及|[和及与])[^、和及与()]{0,3})$")
_DIGIT = re.compile(r"[0-9]")
_WINDOW = 60


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
            alone=following >= clause_end,
            touches=index > 0 and left_at == figures[index - 1].end,
            previous=_previous(figures, found, layout.sentence(candidate.start)[0]),
            in_row=pivot
            and 0 < left_at < candidate.start
            and JOINS.fullmatch(plain, left_at, candidate.start) is not None,
            gap=(gap_at, plain[gap_at : max(gap_at, clause_start - 1)]),
        )
        span = _object(place)
        pivot = opens_row(place) or hangs_on_pivot(place)
        found.append(span)
        used = max(candidate.end, span[1] if span and span[0] >= candidate.end else 0)
    return distribute(plain, figures, found)


def _previous(figures: Sequence[Candidate], found: Sequence[Span | None], sentence: int) -> Span | None:
    """What the figure before counts, when it stands in the same sentence."""
    return found[-1] if found and figures[len(found) - 1].start >= sentence else None


def _own_part(text: str, *, shared: bool) -> str:
    """The text behind a figure up to the next digit; of a text shared with the next figure, only what is its own."""
    digit = _DIGIT.search(text)
    text = text if digit is None else text[: digit.start()]
    if not shared:
        return text
    if (others := _OTHERS_PART.search(text)) is not None:
        return text[: others.start()]
    owner = words().owner.match(text)
    return text if owner is None or verbs_in_use(text, owner.end(), len(text)) else owner[0]


def _object(place: Place) -> Span | None:
    if (common := shared(place)) is not None:
        return common
    in_front = before.phrase(place.left)
    if stands_behind(place, in_front):
        chosen = _behind(place)
        if chosen is not None and not verb_says_more(place, chosen, in_front):
            return chosen
    if in_front is not None:
        return place.left_at + in_front[0], place.left_at + in_front[1]
    if place.right.startswith("的"):
        return _behind(place)
    return place.previous if not place.opens_clause else None


def _behind(place: Place) -> Span | None:
    span = behind.phrase(place.right, keeps_doing(place))
    end = place.candidate.end
    return None if span is None else (end + span[0], end + span[1])
