"""The phrase behind a figure: 30条 要求和措施, 邀请 28名 代表参与执法检查."""

import re

from guantong.extraction.objects.words import LONGEST, SHORTEST, words

_TRAILING = re.compile(r"(?:[、 ]|以及|[和及与或])+$")
_TRAILING_VERB = re.compile(r"(?:(?<!建)设|(?<!新)建|[有共为达等的中内上在由对就向将把以并])[”\"]?$")
_SINGLE = frozenset("人村镇乡县组站点")
_LONG_OWNER = 3
_LEADING = re.compile(r"[ “\"‘的]+")


def opens_nothing(text: str, doing: bool = False) -> bool:
    """True when no noun can begin right behind the figure, nor, with `doing`, what the figure does (已办结)."""
    text = text.lstrip()
    if not text or words().no_noun.match(text) is not None:
        return True
    return not doing and words().doing.match(text) is not None


def phrase(text: str, whole: bool) -> tuple[int, int] | None:
    """The object in `text`, the clause behind the figure; with `whole`, what the thing does belongs to it."""
    lead = _LEADING.match(text)
    start = lead.end() if lead else 0
    end = min(len(text), start + LONGEST) if whole else _noun_end(text, start)
    aside = text.find("(", start, end)
    if aside > start and text.find(")", aside, end) - aside > 4:
        end = aside
    for trailing in (_TRAILING, _TRAILING_VERB):
        tail = trailing.search(text[:end], start)
        if tail is not None and tail.start() - start >= SHORTEST:
            end = tail.start()
    end = _without_quote(text, start, end)
    return (start, end) if end - start >= SHORTEST or text[start:end] in _SINGLE else None


def _noun_end(text: str, start: int) -> int:
    limit = min(len(text), start + LONGEST)
    owner = text.find("的", start + _LONG_OWNER, limit)
    limit = owner if owner > 0 else limit
    for stop in words().stop_behind.finditer(text, start, limit):
        if stop.start() - start >= SHORTEST and stop[0] not in words().not_verbs:
            return stop.end() if words().adverb.fullmatch(text, start, stop.start()) else stop.start()
    return limit


def _without_quote(text: str, start: int, end: int) -> int:
    if text[end - 1 : end] in '”"’' and not any(sign in text[start:end] for sign in "“‘"):
        return end - 1
    return end
