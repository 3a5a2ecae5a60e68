"""Stage 1: one writing for width, dashes and numerals, one code point for one, so that offsets stay."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys((0x3000, 0x00A0, 0x2002, 0x2003, 0x2009, 0x202F, 0x0009), ord(" "))
_BREAKS = dict.fromkeys((0x000D, 0x000B, 0x000C, 0x0085, 0x2028, 0x2029), ord("\n"))
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500), ord("-"))
# Signs without width (byte order mark, joiners, direction marks), control signs, pictures and ① say nothing here.
_SILENT = dict.fromkeys(
    (*range(0x0009), *range(0x000E, 0x0020), 0x007F, 0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
     *range(0x2060, 0x206A),
     *range(0x2460, 0x249C), *range(0x2600, 0x27C0), *range(0x1F000, 0x1FB00), 0xFE0E, 0xFE0F, 0xFEFF), ord(" ")
)  # fmt: skip
_OTHERS = str.maketrans(
    "〜∼﹪〇○Ο壹贰叁肆伍陆柒捌玖拾佰仟萬億兩餘個項條處戶「」『』﹙﹚【】",
    "~~%零零零一二三四五六七八九十百千万亿两余个项条处户“”“”()[]",
)
_TABLE = {**_SILENT, **_FULL_WIDTH, **_SPACES, **_BREAKS, **_DASHES, **_OTHERS}


def normalise(text: str) -> str:
    """Return `text` with half-width signs, plain spaces and everyday numerals; its length never changes."""
    return text.replace("\r\n", " \n").translate(_TABLE)
