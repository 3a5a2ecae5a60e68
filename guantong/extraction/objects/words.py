"""The word patterns of lexicon/words.toml, compiled once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from guantong.extraction import lexicon

LONGEST = 25
"""An object is at most this long (annotation rule 6)."""
SHORTEST = 2
_VERB_JOINS = ("", "和", "并", "及", "、", "与", "或")


@dataclass(frozen=True)
class Words:
    """Compiled patterns; each is linear and meant for windows of a clause."""

    token: re.Pattern[str]
    """A verb or a noun-verb."""
    noun_verbs: frozenset[str]
    not_verbs: frozenset[str]
    always_verbs: frozenset[str]
    changes: frozenset[str]
    makes_noun: re.Pattern[str]
    """What makes a noun of the verb in front of it."""
    takes_object: re.Pattern[str]
    """What a noun-verb needs behind it to be a verb."""
    verb_at_end: re.Pattern[str]
    light: re.Pattern[str]
    quoted_noun_at_end: re.Pattern[str]
    pivots: frozenset[str]
    pivot_at_end: re.Pattern[str]
    link_at_end: re.Pattern[str]
    only_links: re.Pattern[str]
    adverb_at_end: re.Pattern[str]
    opener: re.Pattern[str]
    own_opener: re.Pattern[str]
    """An opener that is itself counted when nothing else is named."""
    preposition: re.Pattern[str]
    behind: re.Pattern[str]
    stop_behind: re.Pattern[str]
    no_noun: re.Pattern[str]
    """What stands right behind a figure when its noun does not."""
    doing: re.Pattern[str]
    adverb: re.Pattern[str]
    money_noun: re.Pattern[str]
    of_doing: frozenset[str]
    of_people: frozenset[str]
    people_at_end: re.Pattern[str]
    does: re.Pattern[str]
    telling: re.Pattern[str]
    owner: re.Pattern[str]
    """A count of owners, up to what the next figure measures of them: 23家 市直单位 存量资金 8450万元."""
    dimension_at_end: re.Pattern[str]


@cache
def words() -> Words:
    """The patterns of the lexicon."""
    data = lexicon.load("words")
    verbs, nouns = data["verbs"], data["noun_verbs"]
    nominal = data["nominal_after"]
    after = lexicon.load("behind")
    marks = r"\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]是|[0-9]{1,2}[.、]"
    return Words(
        token=re.compile(_any((*verbs, *nouns, *data["not_verbs"]))),
        not_verbs=frozenset(data["not_verbs"]),
        noun_verbs=frozenset(nouns),
        always_verbs=frozenset(data["always_verbs"]),
        changes=frozenset(data["changes"]),
        makes_noun=re.compile(nominal),
        takes_object=re.compile("[一-鿿《“A-Z](?<![的及和与等或中后])"),
        verb_at_end=re.compile(f"(?:{_any((*verbs, *nouns))})[了过]?$"),
        quoted_noun_at_end=re.compile(f'[“"](?:{_any(data["quoted_nouns"])})[”"]$'),
        light=re.compile(f"(?:{_any(data['light'])})[了过]?(?=..)"),
        pivots=frozenset(data["pivots"]),
        pivot_at_end=re.compile(f"(?:{_any(data['pivots'])})(?:了|其中的?|全[县区市省]的?)?$"),
        link_at_end=re.compile(f"(?:{_patterns(data['links'])})$"),
        only_links=re.compile(data["empty_link"]),
        adverb_at_end=re.compile(f"(?:{_any(data['adverbs'])})$"),
        opener=re.compile(f" *(?:{marks}|{_patterns(data['openers'])})"),
        own_opener=re.compile(_any(data["own_openers"])),
        preposition=re.compile(f" *(?:{_patterns(data['prepositions'])})"),
        behind=re.compile(f"(?:^|[{data['noun_behind']}])$"),
        stop_behind=re.compile(
            f"{_patterns(data['ends_behind'])}|{_any(data['not_verbs'])}|{_any(data['always_verbs'])}|(?:{_any(verbs)})(?!{nominal})"
        ),
        no_noun=re.compile(rf"[(,;。:!?、)\n]|{_patterns(after['nothing'])}"),
        adverb=re.compile(_any(after["adverbs"])),
        money_noun=re.compile(f"(?:{after['money_noun']})$"),
        of_doing=frozenset(after["of_doing"]),
        of_people=frozenset(after["of_people"]),
        people_at_end=re.compile(f"(?:{_any(after['people'])}) ?$"),
        does=re.compile(f" ?(?:{_any(after['does'])})"),
        dimension_at_end=re.compile(f"(?:{_any(after['dimensions'])})$"),
        owner=re.compile(f"[一-鿿、]{{0,8}}?(?:{_any(after['owners'])})(?=[一-鿿]{{2,}}$)"),
        telling=re.compile(after["telling"]),
        doing=re.compile(_any(after["doing"])),
    )


def _patterns(options: Iterable[str]) -> str:
    return "|".join(sorted(options, key=len, reverse=True))


def _any(options: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(options, key=len, reverse=True)))


def verbs_in_use(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The verbs of `text[start:end]`: no verb made into a noun (办结率), no noun-verb without an object (专题调研).

    Verbs that stand side by side are one (联系走访, 听取和审议).
    """
    found: list[tuple[int, int]] = []
    known = words()
    tokens = [token.span() for token in known.token.finditer(text, start, end) if token[0] not in known.not_verbs]
    for at, token_end in reversed(tokens):
        if found and text[token_end : found[-1][0]] in _VERB_JOINS:
            found[-1] = (at, found[-1][1])
        elif _is_in_use(text, at, token_end, end):
            found.append((at, token_end))
    return found[::-1]


def _is_in_use(text: str, at: int, token_end: int, end: int) -> bool:
    if text[at:token_end] in words().always_verbs:
        return True
    if words().makes_noun.match(text, token_end, end):
        return False
    if text[at:token_end] not in words().noun_verbs:
        return True
    return words().takes_object.match(text, token_end, end) is not None and not _is_noun(text, token_end, end)


def _is_noun(text: str, at: int, end: int) -> bool:
    """True when another noun-verb follows, so that both are one noun: 修改建议, 监督检查."""
    following = words().token.match(text, at, end)
    return following is not None and following[0] in words().noun_verbs
