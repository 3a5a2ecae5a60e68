"""At which verb the phrase in front of a figure begins."""

import re

from guantong.extraction.objects.words import LONGEST, verbs_in_use, words

LETTER_CLASS = re.compile(r"[A-Z][”\"’]?类")
LONG_HEAD = 4
_NOUN_BETWEEN = re.compile(r"[^、,并和及与且]{2,6}")
_SHORT_CLAUSE = 8
_WHOLE_RELATIVE = 16


def verb_start(text: str, start: int, end: int) -> int:
    """Begin at the last verb in use; a short clause and a relative clause are kept whole."""
    if _is_relative(text, start, end):
        return start
    verbs = verbs_in_use(text, start, end)
    head = text.rfind("的", start, end) + 1
    if head and not any(at >= head for at, _ in verbs):
        people = words().people_at_end.search(text[head:end]) is not None
        long_head = end - head >= LONG_HEAD and not people and not LETTER_CLASS.search(text, head, end)
        if long_head:
            return head
        return start if end - start <= LONGEST or not verbs else verbs[-1][0]
    if not verbs:
        return start
    at, verb_end = _noun_of_verb(text, verbs, end)
    begin = _with_adverb(text, start, at)
    whole = verb_end == end and begin == at and end - start <= _SHORT_CLAUSE and text[at:end] in words().changes
    return start if whole else begin


def _noun_of_verb(text: str, verbs: list[tuple[int, int]], end: int) -> tuple[int, int]:
    """The last verb; when it closes the phrase behind another verb and its noun, that one: 督办代表建议办理."""
    if len(verbs) > 1 and verbs[-1][1] == end:
        (first, first_end), (last, _) = verbs[-2:]
        between = text[first_end:last]
        if text[first:first_end] not in words().pivots and _NOUN_BETWEEN.fullmatch(between) is not None:
            return verbs[-2]
    return verbs[-1]


def _with_adverb(text: str, start: int, at: int) -> int:
    adverb = words().adverb_at_end.search(text[start:at])
    return at if adverb is None else start + adverb.start()


def _is_relative(text: str, start: int, end: int) -> bool:
    """True for a whole relative clause in front of the figure: 所提问题已经解决或基本解决的88件."""
    return text[end:].startswith("的") and end - start <= _WHOLE_RELATIVE
