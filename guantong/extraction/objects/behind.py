"""The phrase behind a figure: 30条 要求和措施, 邀请 28名 代表参与执法检查."""

import re

from guantong.extraction.objects.words import LONGEST, SHORTEST, words

_TRAILING = re.compile(r"(?:[、 -]|以及|[和及或]|(?<!参)与)+$")
_TRAILING_VERB = re.compile(r"(?:(?<!建)设|(?<!新)建|[有共为达等的中内上在由对就向将把以并])[”\"]?$")
_SINGLE = frozenset("人村镇乡县组站点社屯户区家")
_LONG_OWNER = 3
_DONE_BY = re.compile(r"(?:由|经)[^,]*?(?=(?:重点|跟踪|现场|集中|直接|领衔|牵头|限期|挂牌)*[一-鿿]{2}$)")
_LEADING = re.compile(r"[ “\"‘的]+")


def opens_nothing(text: str, doing: bool = False) -> bool:
    """True when no noun can begin right behind the figure, nor, with `doing`, what the figure does (已办结)."""
    text = text.lstrip()
    if not text or words().no_noun.match(text) is not None:
        return True
    return not doing and words().doing.match(text) is not None


def phrase(text: str, whole: bool) -> tuple[int, int] | None:
    """The object in `text`, the clause behind the figure; with `whole`, what the thing does belongs to it."""
    if (by := _DONE_BY.match(text)) is not None:
        return by.end(), len(text)
    lead = _LEADING.match(text)
    start = lead.end() if lead else 0
    end = _doing_end(text, start) if whole else _noun_end(text, start)
    aside = text.find("(", start, end)
    if aside > start and text.find(")", aside, end) - aside > 4:
        end = aside
    for trailing in (_TRAILING, _TRAILING_VERB):
        tail = trailing.search(text[:end], start)
        if tail is not None and tail.start() - start >= SHORTEST:
            end = tail.start()
    end = _without_quote(text, start, end)
    return (start, end) if end - start >= SHORTEST or text[start:end] in _SINGLE else None


def _doing_end(text: str, start: int) -> int:
    limit = min(len(text), start + LONGEST)
    told = words().telling.search(text, start + 1, limit)
    return limit if told is None else told.start()


def _noun_end(text: str, start: int) -> int:
    limit = min(len(text), start + LONGEST)
    owner = text.find("的", start + _LONG_OWNER, limit)
    limit = owner if owner > 0 else limit
    for stop in words().stop_behind.finditer(text, start, limit):
        named = stop.start() - start >= SHORTEST or text[start : stop.start()] in _SINGLE
        if named and stop[0] not in words().not_verbs:
            return stop.end() if words().adverb.fullmatch(text, start, stop.start()) else stop.start()
    return limit


def _without_quote(text: str, start: int, end: int) -> int:
    if text[end - 1 : end] in '”"’' and not any(sign in text[start:end] for sign in "“‘"):
        return end - 1
    return end
