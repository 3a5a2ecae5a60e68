"""Which row of a sheet is its header, and which column says what, in the many words that offices use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guantong.suggestions.importing.sheet import Grid

WITHIN = 15
"""Rows from the top among which the header is looked for; above it stand titles."""

NAMES: Mapping[str, str] = {
    "number": "编号 建议编号 案号 建议号 序号 号数 议案号 建议案号",
    "title": "标题 建议标题 建议名称 名称 案由 建议案由 题目 建议题目 建议事项 事由",
    "lead": "领衔代表 领衔人 领衔代表姓名 代表姓名 代表 提出人 提议人 提案人 第一提出人 提出代表 建议人 领衔 姓名",
    "signers": "附议人 附议代表 附议 联名代表 联名人 附议代表姓名 共同提出人",
    "unit": "主办单位 承办单位 办理单位 承办部门 主办部门 主办 牵头单位 责任单位 主办承办单位",
    "co_units": "协办单位 会办单位 协办 配合单位 协办部门 会办",
    "subject": "类别 建议类别 分类 内容分类 所属类别 建议分类",
    "body": "内容 建议内容 具体内容 正文 主要内容 内容摘要 建议摘要",
    "session": "届次 会次 会议 会议届次 提出会议",
    "year": "年度 年份",
    "submitted": "提出时间 提出日期 提交时间 提交日期 收到时间 收件时间 收件日期 登记时间 建议时间",
    "handed": "交办时间 交办日期 转办时间 转办日期",
    "replied": "答复时间 答复日期 复函时间 复函日期 办复时间 办复日期 办结时间 回复时间",
    "reply": "答复内容 答复 答复意见 办理情况 办理结果 复函内容 回复内容 办理答复情况",
    "reply_number": "复函文号 答复文号 答复函号 复函编号",
    "category": "答复类别 办理类别 结果类别 答复类型 答复分类 办理结果类别 办理结果分类 答复种类 类型",
    "grade": "满意度 满意情况 代表满意度 代表意见 反馈意见 评价 代表评价 满意程度 代表反馈 结果评价",
    "process": "过程评价 办理态度 态度评价 对办理过程的评价 办理过程",
    "rated": "评价时间 反馈时间 评价日期 反馈日期",
    "promise": "承诺事项 承诺 承诺内容",
    "promised_by": "承诺期限 承诺完成时间 承诺完成日期 承诺时限 完成期限",
    "kept": "兑现时间 落实时间 承诺兑现时间 落实日期 兑现日期",
    "note": "备注 说明",
}
FIELDS = {alias: name for name, aliases in NAMES.items() for alias in aliases.split()}
NEEDED = ("title", "lead", "submitted")
"""Columns without which a sheet cannot be read."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header's row, the column of each field, its wording, and the headings that nobody knows."""

    row: int
    columns: Mapping[str, int]
    words: Mapping[str, str]
    unknown: tuple[str, ...] = ()


def field_of(value: Any) -> str | None:
    """The field that a heading means: “主办单位（盖章）” is the unit."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(value or ""))).strip(":*")
    return FIELDS.get(text) or FIELDS.get(re.sub(r"\(.*?\)", "", text).strip(":*"))


def find_header(grid: Grid) -> Header | None:
    """The row of the first few that names most columns (of two alike the first), if it names title and lead."""
    found = [_header(grid, row) for row in range(1, min(WITHIN, len(grid.rows)) + 1)]
    usable = [header for header in found if "title" in header.columns and "lead" in header.columns]
    most = max((len(header.columns) for header in usable), default=0)
    best = [header for header in usable if len(header.columns) == most]
    return next((h for h in best if not _goes_on(grid, h, best)), None)


def _goes_on(grid: Grid, header: Header, best: list[Header]) -> bool:
    """Whether the row below is the lower half of the same header, its cells merged over both."""
    below = header.row + 1
    return any(other.row == below for other in best) and any(row == below for row, _column in grid.tops)


def _header(grid: Grid, row: int) -> Header:
    columns: dict[str, int] = {}
    words: dict[str, str] = {}
    unknown = []
    for column, value in enumerate(grid.rows[row - 1]):
        heading = re.sub(r"\s+", "", str(value or ""))
        name = field_of(value)
        if name is None:
            unknown += [heading] if heading else []
        elif name not in columns or heading_is_better(name, heading, words[name]):
            columns[name], words[name] = column, heading
    return Header(row, columns, words, tuple(unknown))


def heading_is_better(name: str, heading: str, kept: str) -> bool:
    """Of 序号 and 编号 side by side, the number is the second: the first only counts the lines."""
    return name == "number" and kept == "序号" and heading != "序号"
