"""The `guantong` command: what it offers, and how it says that something went wrong."""

from __future__ import annotations

import importlib
import os
import sys
import traceback

import typer
from typer.exceptions import TyperException

from guantong.base.refusals import Refusal
from guantong.project import usage
from guantong.project.commands import MODULES
from guantong.project.engine import EngineError, var_folder

app = typer.Typer(
    name="guantong",
    help="贯通：从群众的一句话，到报告里的一个数。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

for _module in MODULES:
    importlib.import_module(f"guantong.project.commands.{_module}").register(app)


def main() -> None:
    """Run the command line. Every failure is one line on stderr and an exit code that is not 0."""
    sys.exit(_run())


def _run() -> int:
    try:
        return int(app(standalone_mode=False) or 0)
    except TyperException as error:
        return _misused(error)
    except typer.Abort:
        return 130
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader went away (`| head`); nothing more can be said, also not by Python when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except (EngineError, Refusal) as error:
        return _fail(str(error), 1)
    except Exception as error:
        return _fail(_unexpected(error), 1)


def _misused(error: TyperException) -> int:
    """Nothing asked for: the help, as it is laid out. Something wrong: one line."""
    message = error.format_message()
    if usage.is_help(message):
        typer.echo(message, err=True)
        return error.exit_code
    help_of = getattr(getattr(error, "ctx", None), "command_path", "guantong")
    return _fail(f"{usage.in_chinese(message)}（用法见 {help_of} --help）", error.exit_code)


def _fail(sentence: str, code: int) -> int:
    print(f"错误：{' '.join(sentence.split())}", file=sys.stderr)  # noqa: T201  (the terminal is the page here)
    return code


def _unexpected(error: Exception) -> str:
    """One line for what nobody foresaw, its traceback being kept in a file."""
    from django.db import DatabaseError, InterfaceError

    kept = var_folder() / "last-failure.txt"
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        where = f"（详情见 {kept}）"
    except OSError:
        where = ""
    first_line = (str(error).strip().splitlines() or [""])[0]
    if isinstance(error, DatabaseError | InterfaceError):
        return f"数据库不可用：{first_line}{where}"
    return f"没有料到的问题：{type(error).__name__}：{first_line}{where}"
