"""`guantong docs`: write the generated pages, or see whether they are current."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    @app.command("docs", help="由声明生成 docs/generated；--check 只检查是否最新。")
    def docs(
        check: Annotated[bool, typer.Option("--check", help="有一页不是最新就列出来，退出码为 1。")] = False,
    ) -> None:
        import os

        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guantong.project.settings")
        django.setup()
        from guantong.project import generated_docs

        if not check:
            generated_docs.write()
        if old := generated_docs.stale():
            typer.echo("不是最新，请运行 guantong docs：" + "、".join(map(str, old)), err=True)
            raise typer.Exit(1)
        typer.echo(f"{len(generated_docs.pages())} 页是最新的")
