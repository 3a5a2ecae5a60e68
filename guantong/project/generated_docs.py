"""The pages of docs/generated: written from the declarations, never by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from guantong.accounts.actors import CITIZEN
from guantong.accounts.models import Role
from guantong.deadlines.rules import all_rules
from guantong.figures.definitions import all_definitions
from guantong.kernel.procedure import SAME, Procedure
from guantong.matters.registry import kinds
from guantong.project.permissions import TABLE

FOLDER = Path("docs/generated")
HEAD = "<!-- Written by `guantong docs` from the declarations; do not edit. -->\n\n"
MARKS = "依据标记：S 读自法律法规原文；L 读自某地规则；M 通行做法，待县里确认。\n\n"


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {
        FOLDER / "procedures.md": HEAD + "# 程序\n\n" + "\n".join(_procedure(k.procedure) for k in kinds()),
        FOLDER / "deadlines.md": HEAD + "# 时限\n\n" + MARKS + "\n".join(_deadlines()) + "\n",
        FOLDER / "figures.md": HEAD + "# 数字与口径\n\n" + "\n".join(_figures()) + "\n",
        FOLDER / "permissions.md": HEAD + "# 谁能打开哪个地址\n\n" + "\n".join(_permissions()) + "\n",
    }


def stale() -> list[Path]:
    """The generated pages that are not what the declarations say now."""
    return [path for path, text in pages().items() if _read(settings.BASE_DIR / path) != text]


def write() -> None:
    """Write every page."""
    for path, text in pages().items():
        target = settings.BASE_DIR / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _procedure(procedure: Procedure) -> str:
    lines = [f"## {procedure.label} `{procedure.code}`（{procedure.version}）", ""]
    if procedure.basis:
        lines += [f"依据：{procedure.basis.text}（{procedure.basis.mark}）", ""]
    lines += ["```mermaid", "stateDiagram-v2", *_diagram(procedure), "```", ""]
    lines += ["| 步骤 | 代码 | 从 | 到 | 由谁 | 需要 | 时限 | 依据 |", "|---|---|---|---|---|---|---|---|"]
    lines += [_row(procedure, code) for code in procedure.by_code]
    return "\n".join([*lines, ""])


def _diagram(procedure: Procedure) -> Iterator[str]:
    for state in procedure.states:
        yield f"    {state.code}: {state.label}"
    for move in procedure.transitions:
        for source in move.sources:
            if move.target != SAME:
                yield f"    {source or '[*]'} --> {move.target}: {move.label}"


def _row(procedure: Procedure, code: str) -> str:
    move = procedure.by_code[code]
    sources = "、".join(procedure.by_state[s].label if s else "（新）" for s in move.sources)
    target = "不变" if move.target == SAME else procedure.by_state[move.target].label
    needs = "、".join(n.label + ("" if n.required else "（可选）") for n in move.needs)
    clocks = "；".join(
        f"{word} {'、'.join(codes)}"
        for word, codes in (("起", move.starts), ("止", move.ends), ("停", move.pauses), ("续", move.resumes))
        if codes
    )
    basis = f"{move.basis.text}（{move.basis.mark}）" if move.basis else ""
    return f"| {move.label} | `{code}` | {sources} | {target} | `{move.who}` | {needs} | {clocks} | {basis} |"


def _deadlines() -> Iterator[str]:
    yield "| 时限 | 代码 | 长度 | 可延长 | 依据 | 标记 |"
    yield "|---|---|---|---|---|---|"
    for rule in all_rules():
        cap = f"{rule.extension_cap} {rule.unit.label}" if rule.extension_cap else "—"
        yield (
            f"| {rule.name} | `{rule.code}` | {rule.amount} {rule.unit.label} | {cap} "
            f"| {rule.basis.text} | {rule.basis.mark} |"
        )


def _figures() -> Iterator[str]:
    yield "| 名称 | 代码 | 单位 | 口径 | 版本 | 也写作 |"
    yield "|---|---|---|---|---|---|"
    for figure in all_definitions():
        i = figure.indicator
        also = "、".join(u for u in i.units if u != i.unit)
        yield f"| {i.name} | `{i.code}` | {i.unit} | {i.definition} | {i.version} | {also} |"


def _permissions() -> Iterator[str]:
    roles = {CITIZEN: "不登录", **{role.value: str(role.label) for role in Role}}
    yield f"| 地址 | {' | '.join(roles.values())} |"
    yield "|---" * (len(roles) + 1) + "|"
    for name, may in TABLE.items():
        yield f"| `{name}` | {' | '.join('✓' if role in may else '' for role in roles)} |"
