"""Taking personal data out of a text that will be published (个人信息保护法 73: 匿名化)."""

from __future__ import annotations

import re

MASK = "＊＊＊"

# A digit may be full width, and people break long numbers with spaces and dashes.
_DIGIT = "[0-9０-９]"
_GAP = r"[\s\-－—–_]{0,2}"
_ALONE = r"(?<![0-9０-９])"
_ENDS = r"(?![0-9０-９])"


def _digits(least: int, most: int) -> str:
    return f"{_DIGIT}(?:{_GAP}{_DIGIT}){{{least - 1},{most - 1}}}"


_LONG = re.compile(f"{_DIGIT}(?:{_GAP}{_DIGIT}){{10,}}(?:{_GAP}[XxＸｘ×])?")
"""Mobile phones (11 digits), ID numbers (15 or 18, the last may be X), bank cards (12 to 19), landlines with
their area code: nothing so long is a quantity."""

_LANDLINE = re.compile(rf"[（(]?{_ALONE}[0０]{_digits(2, 3)}[）)]?{_GAP}{_digits(7, 8)}{_ENDS}")
_CALLED = re.compile(
    rf"((?:电话|手机|热线|座机|致电|拨打|微信|QQ)[号码是为：:\s]*){_digits(5, 10)}{_ENDS}", re.IGNORECASE
)
_DOTTED = re.compile(rf"{_ALONE}[1１]{_DIGIT}{{2}}[.．·]{_DIGIT}{{4}}[.．·]{_DIGIT}{{4}}{_ENDS}")
_EMAIL = re.compile(r"[\w.+\-]+[@＠][\w\-]+(?:[.．][\w\-]+)+")
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·•\-\s]?"
    r"[A-Za-z0-9]{4,5}[A-Za-z0-9挂学警港澳]"
)
_SURNAME = (
    "[赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳唐费廉岑薛雷贺倪汤罗郝邬常于"
    "傅康伍余顾孟黄穆萧尹姚邵汪祁毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵麻贾江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞万卢莫房解丁邓洪"
    "包左石崔龚程邢裴陆荣翁甄储段侯班宁甘武符刘龙叶黎薄白赖卓蒙池乔谭劳申冉桂牛农温庄柴瞿阎易廖欧聂曾关游覃闭粟闫兰肖]"
)
_TITLED = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[由向和与对请给让叫是找经]))({_SURNAME})[\u4e00-\u9fff]{{1,2}}"
    r"(?=先生|女士|小姐|大爷|大妈|大叔|大婶|大娘|阿姨|师傅|老人|村民|同志)"
)
_CUED = re.compile(
    r"((?:村民|居民|户主|业主|联系人|反映人|当事人|申请人|投诉人|经办人|姓名|低保户|脱贫户)[是为叫：:\s]*)"
    rf"({_SURNAME})[\u4e00-\u9fff]{{1,2}}(?=[^\u4e00-\u9fff]|[家等和与的说]|$)"
)


def mask_numbers(text: str) -> str:
    """The text with telephone, identity, bank card and car plate numbers and e-mail addresses masked.

    Every run of eleven or more digits goes, however it is spaced. Masking twice changes nothing.
    """
    for pattern in (_EMAIL, _DOTTED, _LONG, _LANDLINE, _PLATE):
        text = pattern.sub(MASK, text)
    return _CALLED.sub(lambda found: found[1] + MASK, text)


def mask_personal(text: str) -> str:
    """The text with its numbers masked, and the given names beside a title or a cue word: 黄某某女士, 村民韦某某.

    A name without a cue is not found, and a word may look like one: whoever publishes reads the text first.
    """
    text = _CUED.sub(r"\1\2某某", text)
    return mask_numbers(_TITLED.sub(r"\1某某", text))
