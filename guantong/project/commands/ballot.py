"""`guantong ballot`: count a published ballot again from its file, with no database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    group = typer.Typer(help="表决：重新计票。", no_args_is_help=True)
    app.add_typer(group, name="ballot")

    @group.command("verify", help="不用数据库，按公布的计票文件重新计票；有一处不同就列出来，退出码为 1。")
    def verify(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="公布页上下载的文件；- 表示标准输入。")],
    ) -> None:
        from guantong.base.refusals import Refusal
        from guantong.kernel.ballot_export import differences
        from guantong.kernel.ballot_rule import RuleError
        from guantong.project.commands.text_file import read_text

        try:
            export = json.loads(read_text(file))
            if not isinstance(export, dict):
                raise Refusal(f"这不是公布的计票文件：{file}")
            found = differences(export)
        except (ValueError, RuleError) as error:
            raise Refusal(f"这不是公布的计票文件，或者被改坏了：{file}（{error}）") from error
        for sentence in found:
            typer.echo(sentence)
        if found:
            typer.echo(f"{len(found)} 处不符", err=True)
            raise typer.Exit(1)
        result = export["result"]
        typer.echo(f"收回 {result['received']} 张，有效 {result['valid']} 张；重新计票与公布的结果相同，摘要相符")
