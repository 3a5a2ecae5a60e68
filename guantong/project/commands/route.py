"""`guantong route`: the departments that each suggestion or opinion should go to, best first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from guantong.base.refusals import Refusal

if TYPE_CHECKING:
    from guantong.project.commands.matter_lines import MatterLine
    from guantong.routing import Example, Ranked, Router

SHOWN = 3
HEADINGS = ("编号", "标题", "最可能的承办单位", "理由")


def register(app: typer.Typer) -> None:
    @app.command("route", help="给建议或意见推荐承办单位：每件列出全部单位，最可能的在前。")
    def route(
        file: Annotated[
            Path, typer.Argument(metavar="IN.jsonl", help="每行一个 JSON 对象：id、title、body；- 表示标准输入。")
        ],
        out: Annotated[
            Path | None,
            typer.Option("--out", metavar="OUT.jsonl", help="写入文件，每行 {id, ranked}；不写则打印前三名和理由。"),
        ] = None,
        history: Annotated[
            Path | None,
            typer.Option(
                "--history", metavar="DECIDED.jsonl", help="本县已交办的事项：title、body、department（代码或名称）。"
            ),
        ] = None,
    ) -> None:
        from guantong.project.commands.matter_lines import read_matters
        from guantong.routing import Router

        matters = read_matters(file)
        router = Router.cold()
        if history is not None:
            router = _learnt(router, history)
        ranked = [router.rank(matter.title, matter.body) for matter in matters]
        if out is None:
            _print_table(matters, ranked)
        else:
            _write(out, matters, ranked)


def _learnt(router: Router, history: Path) -> Router:
    from guantong.project.commands.matter_lines import read_matters

    return router.learn([_example(history, matter) for matter in read_matters(history)])


def _example(history: Path, matter: MatterLine) -> Example:
    from guantong.routing import Example, department_names

    names = department_names()
    named = [matter.row.get(key) for key in ("department_code", "code", "department")]
    given = [name for name in named if isinstance(name, str) and name]
    for name in given:
        code = name if name in names else next((code for code, whole in names.items() if name.endswith(whole)), None)
        if code is not None:
            return Example(matter.title, code, matter.body)
    where = f"{history} 第 {matter.number} 行"
    raise Refusal(f"{where}的承办单位不认识：{given[0]}" if given else f"{where}没有承办单位（department）")


def _write(out: Path, matters: Sequence[MatterLine], ranked: Sequence[Sequence[Ranked]]) -> None:
    lines = [
        json.dumps({"id": matter.id, "ranked": [one.code for one in order]}) + "\n"
        for matter, order in zip(matters, ranked, strict=True)
    ]
    try:
        out.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise Refusal(f"写不了文件：{out}（{error.strerror}）") from error


def _print_table(matters: Sequence[MatterLine], ranked: Sequence[Sequence[Ranked]]) -> None:
    from rich.console import Console
    from rich.table import Table

    from guantong.routing import department_names

    names = department_names()
    table = Table(title=f"共 {len(matters)} 件", show_lines=True)
    for heading in HEADINGS:
        table.add_column(heading, overflow="fold")
    for matter, order in zip(matters, ranked, strict=True):
        best = order[:SHOWN]
        why = [f"{names[one.code]}：{one.reasons[0]}" for one in best if one.reasons]
        likeliest = [f"{names[one.code]} {one.score:.0%}" for one in best]
        table.add_row(f"{matter.id}", matter.title, "\n".join(likeliest), "\n".join(why))
    Console().print(table, markup=False)
