"""`guantong ledger`: verify the ledger, seal past days, print the seals."""

from __future__ import annotations

import sys

import typer

from guantong.project.commands.django_ready import records


def register(app: typer.Typer) -> None:
    group = typer.Typer(help="台账：校验、封存、列出封存。", no_args_is_help=True)
    app.add_typer(group, name="ledger")

    @group.command("verify", help="逐条校验台账；有一处对不上就列出来，退出码为 1。")
    def verify() -> None:
        with records():
            found, counts = _verify()
        if found:
            typer.echo(f"台账有 {found} 处对不上（共 {counts}）", err=True)
            raise typer.Exit(1)
        typer.echo(f"台账完整：{counts}")

    @group.command("seal", help="封存已经过去而还没有封存的每一天。")
    def seal() -> None:
        with records():
            from guantong.audit.seals import seal_past_days

            made = seal_past_days()
        typer.echo(f"封存了 {made} 天")

    @group.command("seals", help="列出每天的封存：日期、根、摘要。把最后一行存到别处，就能防住连封存一起改。")
    def seals() -> None:
        with records():
            from guantong.audit.models import Seal

            for row in Seal.objects.order_by("day").iterator():
                typer.echo(f"{row.day}\t{bytes(row.root).hex()}\t{bytes(row.digest).hex()}")


def _verify() -> tuple[int, str]:
    """List every fault as it is found, with a bar on a terminal; how many they are, and what was looked at."""
    from guantong.audit.models import Entry, Seal
    from guantong.audit.verification import extent, faults

    found = 0
    with typer.progressbar(length=extent(), label="校验", file=sys.stderr) as bar:
        for fault in faults(bar.update):
            typer.echo(f"{fault.where}\t{fault.what}")
            found += 1
    return found, f"{Entry.objects.count()} 条记录，{Seal.objects.count()} 个封存日"
