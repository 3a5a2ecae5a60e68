"""One writing for width and letter case, and the part of a title that says what is wanted."""

import itertools
import re
from dataclasses import dataclass

LONGEST_TITLE, LONGEST = 300, 20_000
"""Code points of a title and of a body that are read; what a matter is about has been said by then."""

_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}
_WRITING = {**_WIDE, **{ord(small): ord(small) - 32 for small in "abcdefghijklmnopqrstuvwxyz"}}
_WRITING |= {0xFF41 + i: 0x41 + i for i in range(26)}

_OPENING = re.compile(
    r"^\s*[《“\"'\[【]*\s*(?:(?:建议|议案|提案|案由|标题|第?\d+号?)[:、\s]*)?(?:关于|对于|对|就|请求|恳请)?"
)
_CLOSING = re.compile(
    r"(?:有关|等)?(?:的|之)?(?:相关)?(?:几点|若干)?"
    r"(?:意见和?建议|建议意见|建议和意见|问题的建议|建议案?|议案|提案|意见|请示|请求|报告|诉求|问题|思考)?"
    r"[》”\"'\]】。.\s]*(?:\([^()]*\))?\s*$"
)
_STOP = re.compile(r"[,;。:!?、\n]|——|(?=\()|(?<=\))|(?<![普涉危波])以?及(?!时|早|格)")
_PURPOSE = re.compile(
    r"^(?:从而|以便|以)?(?:助力|助推|推动|推进|促进|促使|服务|赋能|实现|确保|保障|带动|方便|便于|满足|为|让|使|切实)"
)


_BODY_OF_A_PLACE = re.compile(
    r"(?:村民委员会|村委会|居委会|村民小组|村小组)(?=[一-龥]{2})(?!办公|干部|换届|建设|主任|活动|经费|运转|成员|工作|补贴|待遇|长)"
)
_FEATURES = frozenset("桥坝塘河沟湖山堰井泉渠庙寺塔墓陵关口岸港场站林竹茶圩水田")
_PLACE_ENDS = re.compile(r"(?:[一-龥]?(?:[镇乡屯]|小组|村(?![级民组道容])|街道|社区)(?!镇))")
_BESIDE = re.compile(r"旁|边(?![坡沟境])|两侧|两旁|两岸|沿线|附近|周边|周围|门口|门前|对面|后山|沿途")
_NAMED = re.compile(
    r"小学|中学|学校|幼儿园|卫生院|小区|社区|路(?![灯面段网基口])|大道|大街|街(?!道)|大桥|片区"
    r"|村(?![级民组道容庄])|镇(?!区)|乡(?![村镇])|屯|寨"
)
_SUFFERS = re.compile(
    r"(?:影响|威胁|避开|绕开|远离|危及|妨碍|阻碍|堵塞|阻断|占用|遮挡|包围|危害|损害|损坏|伤及|殃及|污染(?![物源防治整问]))[^的、,]{1,12}"
    r"|被[^的、,]{1,8}?(?=填埋|掩埋|冲毁|冲垮|损坏|损毁|破坏|压坏|占用|挪用|挤占|堵塞|侵占)"
)
_TOWN = re.compile(r"[县镇乡屯寨](?!区)|村(?![级民组道容庄委干两医卫])|街道办|社区")
_PLACE = re.compile(r"[一-龥]{1,3}(?:[县镇乡村屯寨]|社区|街道|小区)(?!民|道|级|务|医|干|庄|委)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch [start, end) of a title and how much it says about what is wanted (0 to 1)."""

    start: int
    end: int
    weight: float


def plain(text: str) -> str:
    """`text` with narrow signs and capital letters, code point for code point, so that offsets stay."""
    return text.translate(_WRITING)


def clauses(title: str) -> list[Clause]:
    """The clauses of a plain title without its frame (关于…的建议); a clause of purpose (助力…) weighs little."""
    start, end = core(title)
    cuts = [start, *(mark.end() for mark in _STOP.finditer(title, start, end)), end]
    found: list[Clause] = []
    for left, right in itertools.pairwise(cuts):
        if right > left:
            found.append(Clause(left, right, _weight(title[left:right], first=not found)))
    return found


def _weight(clause: str, *, first: bool) -> float:
    if clause.endswith(")"):
        return 0.3
    if first:
        return 1.0
    return 0.4 if _PURPOSE.match(clause) else 0.8


def core(title: str) -> tuple[int, int]:
    """The span of a plain title without its frame (关于…的建议); the whole title when nothing else is in it."""
    opening, closing = _OPENING.match(title), _CLOSING.search(title)
    start = opening.end() if opening else 0
    end = closing.start() if closing else len(title)
    return (start, end) if end > start else (0, len(title))


def in_a_name(title: str, start: int, end: int) -> bool:
    """Whether the word at [start, end) is part of a place's name (石桥村, 岩头村委会) and so says nothing."""
    if _BODY_OF_A_PLACE.match(title, start):
        return True
    return end - start <= 2 and title[end - 1] in _FEATURES and _PLACE_ENDS.match(title, end) is not None


def names_a_place(title: str, start: int, end: int) -> bool:
    """Whether the word at [start, end) may be a name before 县, 镇 or 村 (石林县, 金矿村)."""
    return end - start <= 3 and _TOWN.match(title, end) is not None


def places(title: str) -> list[tuple[int, int]]:
    """The spans that may be names of places: up to three signs before 县, 镇, 村 and the like."""
    return [found.span() for found in _PLACE.finditer(title)]


def is_setting(title: str, start: int, end: int) -> bool:
    """Whether the word at [start, end) only says where (公路旁, 医院门口, 电力小区) or what suffers (影响公路行车)."""
    if any(hit.start() < start < hit.end() for hit in _SUFFERS.finditer(title)):
        return True
    return _BESIDE.match(title, end) is not None or _NAMED.match(title, end) is not None
