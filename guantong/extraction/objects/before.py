"""The phrase in front of a figure: 收集意见 74条, 群众满意度达 92%."""

import re

from guantong.extraction.objects.verbs import LETTER_CLASS, LONG_HEAD, verb_start
from guantong.extraction.objects.words import LONGEST, SHORTEST, words

_SUMMED = re.compile(
    r"(?<![公中])共(?![同建享产和识青性治商用富振])|累计|总计|合计|先后|[各均内分共下另]设有?(?!置|施|备|立|计)|[设建现配拥]有"
)
_AND_OTHERS = re.compile(r"等(?!方面|级|待|候|次|于|额|形式|方式|多种)")
_ASIDE = re.compile(r"\([^()]{4,}\)")
_TAIL_ASIDE = re.compile(r"\([^()]*\)$")
_QUOTED_END = re.compile(r"[“\"《]([^“”\"《》]{2,25})[”\"》]$")
_PLACE = re.compile(r"(?P<name>[一-鿿]{2,3})(?:镇|乡|县|街道)(?![级委直域处村镇]|人大|政府)(?=[一-鿿]{3})")
_COMPARED = re.compile(
    r"(?:是|为|达到?|相当于|由|从|比|较)(?:上年|去年|往年|前年|上一年|年初|全[国省市]平均)(?:同期)?的?$"
)
_DIGITS = re.compile(
    r"[0-9][0-9.,-]*+(?![A-Za-z])(?:个?(?:年度?|月份?|日|天|小时|工作日|分钟)(?:以内|之内|以来|内|后|前|来|中|间)?)?"
)
_WORD = re.compile(rf"[一-鿿A-Za-z“”《》]{{{SHORTEST}}}")
_NOTE = re.compile(r"\([^()]*\)[、和及与 ]+")


def strip_links(text: str) -> str:
    """Leave off the words between a thing and its number (共, 达, 提升至)."""
    link = words().link_at_end
    text = _COMPARED.sub("", text) or text
    while (found := link.search(text)) is not None and found.start() > 0:
        if text.endswith(("等", "方面的")) and len(text) <= SHORTEST:
            break
        text = text[: found.start()]
    return "" if link.fullmatch(text) else text


def phrase(text: str) -> tuple[int, int] | None:
    """The object within `text`, the part of the clause in front of the figure; None when nothing is named."""
    end = len(strip_links(text))
    if end < SHORTEST:
        if words().only_links.fullmatch(text) is not None:
            return None
        end = len(text.rstrip())
    start = _skip_openers(text, _after_note(text, end), end)
    if (quoted := _QUOTED_END.search(text, start, end)) is not None:
        return quoted.span(1)
    if text.startswith("占", start) and end - start <= LONGEST:
        return start, end
    start, end = _without_aside(text, start, end)
    start = _after_last(_DIGITS, text, start, end)
    start = _after_last(_SUMMED, text, start, end)
    start = _after_last(_AND_OTHERS, text, start, end)
    start = _after_title(text, start, end)
    start = verb_start(text, start, end)
    start = _skip_openers(text, start, end)
    start = _trim(text, start, end)
    if _WORD.search(text, start, end) is None or _only_opens(text, start, end):
        return None
    return (start, end) if end - start <= LONGEST else _shorten(text, start, end)


def _only_opens(text: str, start: int, end: int) -> bool:
    """True when the phrase only opens the clause (今年以来) and names nothing that could be counted."""
    known = words()
    if known.own_opener.fullmatch(text, start, end) is not None:
        return False
    while (found := known.opener.match(text, start, end)) is not None:
        start = found.end()
    return start == end


def _after_note(text: str, end: int) -> int:
    """Where the text begins behind a bracket that belongs to the figure before it: 89件（A类）、正在解决的31件."""
    note = _NOTE.match(text, 0, end)
    return note.end() if note is not None and end - note.end() >= SHORTEST else 0


def _skip_openers(text: str, start: int, end: int) -> int:
    opener, preposition = words().opener, words().preposition
    while (found := opener.match(text, start, end) or preposition.match(text, start, end)) is not None:
        if end - found.end() < SHORTEST or (found[0].strip() in ("已", "已经") and end - found.end() <= SHORTEST):
            break
        start = found.end()
    return start


def _after_last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    for found in pattern.finditer(text, start, end):
        if end - found.end() >= SHORTEST:
            start = found.end()
    return start


def _after_title(text: str, start: int, end: int) -> int:
    close = max(text.rfind(sign, start, end) for sign in "》”")
    if close < 0 or end - close - 1 < SHORTEST or LETTER_CLASS.search(text, start, end):
        return start
    if words().quoted_noun_at_end.search(text[start : close + 1]) is not None:
        return start
    return close + 1


def _without_aside(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave off a bracket of some length; keep what stands before it, or behind it when that is more."""
    if (aside := _ASIDE.search(text, start, end)) is None:
        return start, end
    if aside.start() - start >= LONG_HEAD or end - aside.end() < SHORTEST:
        return start, aside.start()
    return aside.end(), end


def _trim(text: str, start: int, end: int) -> int:
    light = words().light
    if (found := light.match(text, start, end)) is not None:
        start = found.end()
    place = _PLACE.match(text, start, end)
    if place is not None and words().token.search(place["name"]) is None:
        start = place.end()
    while start < end and text[start] in '”"’“‘)、+- ':
        start += 1
    return start


def _shorten(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a long phrase from its left at a pause or after 的."""
    for at in range(end - LONGEST, end - 3):
        if text[at] in "、的和及 ”》":
            return at + 1, end
    return end - LONGEST // 2, end
