"""The measures and faces of GB/T 9704-2012 (党政机关公文格式). Lengths are millimetres unless a name says points."""

from __future__ import annotations

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, BOTTOM, LEFT, RIGHT = 37.0, 35.0, 28.0, 26.0
"""天头 37 ± 1 and 订口 28 ± 1; the other two follow from the type area."""

TYPE_WIDTH, TYPE_HEIGHT = 156.0, 225.0
LINES, CHARACTERS = 22, 28

SIZE_1, SIZE_2, SIZE_3, SIZE_4, SIZE_SMALL_4, SIZE_SMALL_5 = 26.0, 22.0, 16.0, 14.0, 12.0, 9.0
"""一号, 二号, 三号, 四号, 小四 and 小五, in points."""

BODY = SIZE_3
LINE = 28.95
"""Points from line to line: 225 mm in 22 lines, in the twentieths of a point that the format knows."""

CHARACTER = TYPE_WIDTH * POINTS_PER_MM / CHARACTERS
"""Points from character to character: 156 mm in 28 characters; a little less than 三号 itself."""

GRID_LINE = round(LINE * 20)
GRID_CHARACTER = round((CHARACTER - BODY) * 4096) - 1
"""As a docGrid writes them: twentieths of a point; 4096ths of a point beside the body size, rounded down so that
twenty-eight characters never exceed the line."""

CLOSER = -0.3
"""Points by which the signs of the body stand closer, so that twenty-eight of 三号 fill a line in every program. A
grid of characters alone does not do it: LibreOffice gives a sign that is wider than its cell two cells."""

MARK_TOP = 35.0
"""From the upper edge of the type area to the upper edge of the 发文机关标志."""

RED_LINE_BELOW = 4.0
LETTER_MARK_TOP, LETTER_RULE_FOOT, LETTER_RULE_WIDTH = 30.0, 20.0, 170.0
"""信函格式: from the page's upper edge to the mark, from its lower edge to the second double line, and their width."""

PAGE_NUMBER_BELOW = 7.0
RED = "FF0000"

SONG, FANG_SONG, HEI, KAI, TITLE_SONG = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
LATIN = "Times New Roman"
"""The faces that the standard names. An office has them; without them its program takes what is near."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of signs looks. `size` in points, `color` as RRGGBB."""

    face: str = FANG_SONG
    size: float = BODY
    latin: str = LATIN
    color: str = ""


PLAIN = Look()
TITLE = Look(TITLE_SONG, SIZE_2)
UNDER_TITLE = Look(KAI)
LEVELS = (Look(HEI), Look(KAI), PLAIN, PLAIN)
"""一、 （一） 1. （1）"""

LABEL = Look(HEI)
IMPRINT = Look(FANG_SONG, SIZE_4)
PAGE_NUMBER = Look(SONG, SIZE_4, latin=SONG)
TABLE_HEAD, TABLE_CELL = Look(HEI, SIZE_SMALL_4), Look(FANG_SONG, SIZE_SMALL_4)
SMALL = Look(FANG_SONG, SIZE_SMALL_5)
