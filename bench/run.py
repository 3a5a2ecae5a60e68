"""`make bench`: submission and worklist beside the bare floor, interleaved in one run.

What is quoted are ratios of medians; absolute numbers say what machine it was. Needs wrk on the machine.
"""

from __future__ import annotations

import argparse
import http.cookiejar
import json
import os
import re
import secrets
import shutil
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DATABASE = "guantong_bench"
PRODUCT, FLOOR = 8391, 8392
BARS = {"submit": 0.20, "worklist": 0.20, "deep page": 1 / 1.3}
"""Least share of the floor (for the deep page: of page 1)."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=6)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--rows", type=int, default=200_000)
    options.add_argument("--connections", type=int, default=16)
    given = options.parse_args()
    if shutil.which("wrk") is None:
        print("错误：缺少 wrk：apt-get install wrk", file=sys.stderr)
        return 1
    from guantong.project import engine

    with engine.running():
        socket = engine.database_settings(engine.var_folder())["HOST"]
        recreate(socket, DATABASE)
        os.environ["DATABASE_URL"] = f"postgresql://postgres@/{DATABASE}?host={socket}"
        os.environ["FLOOR_DSN"] = os.environ["DATABASE_URL"]
        subprocess.run([sys.executable, "-m", "guantong.project", "migrate"], check=True, stdout=subprocess.DEVNULL)
        try:
            return _measure(given)
        finally:
            drop(socket, DATABASE)


def _measure(given: argparse.Namespace) -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guantong.project.settings")
    django.setup()
    from django.db import connection

    from bench import city, floor
    from guantong.project.prepare import collect_static

    collect_static(say=lambda line: print(line, flush=True))
    print(f"写入 {given.rows:,} 件事项……", flush=True)
    seeded = city.build(given.rows)
    with connection.cursor() as cursor:
        cursor.execute(floor.SCHEMA.format(rows=given.rows))
        cursor.execute("VACUUM ANALYZE floor_opinion")
    session = _session(seeded.clerk)
    cursors = _cursors(seeded.clerk)
    connection.close()
    product = [sys.executable, "-m", "guantong.project", "web", "--port", str(PRODUCT)]
    bare = [str(Path(sys.executable).with_name("granian")), "--interface", "asgi", "--workers", "2",
            "--port", str(FLOOR), "--no-ws", "--log-level", "error", "bench.floor:app"]  # fmt: skip
    with _server(product, PRODUCT, "/healthz"), _server(bare, FLOOR, "/opinions"):
        cases = _cases(seeded.code.token, session, cursors)
        results = _interleaved(cases, given)
    return _report(results, given)


def _cases(token: str, session: str, cursors: tuple[str, str]) -> dict[str, tuple[str, str, dict[str, str]]]:
    page = f"http://127.0.0.1:{PRODUCT}/c/{token}/"
    cookie, csrf = _visit(page)
    desk = f"http://127.0.0.1:{PRODUCT}/desk/"
    size = len(_fetch(desk, session))
    floor = f"http://127.0.0.1:{FLOOR}/opinions"
    row = len(_fetch(floor + "?limit=100", "")) / 100
    equal = max(1, round(size / row))
    print(f"工作列表一页 {size:,} 字节；裸服务器取 {equal} 行与之相等", flush=True)
    return {
        "floor submit": ("floor_post.lua", floor, {}),
        "submit": ("submit.lua", page, {"BENCH_COOKIE": cookie, "BENCH_TOKEN": csrf}),
        "floor list": ("get.lua", f"{floor}?limit={equal}", {}),
        "worklist": ("get.lua", desk, {"BENCH_COOKIE": session}),
        "page 1000": ("get.lua", f"{desk}?after={cursors[1]}", {"BENCH_COOKIE": session}),
    }


def _interleaved(cases: Mapping[str, Any], given: argparse.Namespace) -> dict[str, list[dict[str, Any]]]:
    results: dict[str, list[dict[str, Any]]] = {name: [] for name in cases}
    for _ in range(given.rounds):
        for name, (script, url, env) in cases.items():
            results[name].append(_wrk(script, url, env, given))
            last = results[name][-1]
            print(
                f"  {name:14} {last['rps']:9.1f}/s  p50 {last['p50_ms']:7.2f} ms  refused {last['refused']}", flush=True
            )
    return results


def _wrk(script: str, url: str, env: Mapping[str, str], given: argparse.Namespace) -> dict[str, Any]:
    command = ["wrk", "-t1", f"-c{given.connections}", f"-d{given.seconds}s", "--latency", "-s", script, url]
    environment = {**os.environ, **env, "BENCH_RUN": secrets.token_hex(4)}
    done = subprocess.run(command, cwd=HERE / "load", env=environment, capture_output=True, text=True, check=True)
    found = re.search(r"RESULT (\{.*\})", done.stdout)
    if found is None:
        raise SystemExit(done.stdout + done.stderr)
    result: dict[str, Any] = json.loads(found[1])
    time.sleep(0.5)
    return result


def _report(results: Mapping[str, list[dict[str, Any]]], given: argparse.Namespace) -> int:
    median = {name: statistics.median(r["rps"] for r in runs) for name, runs in results.items()}
    broken = {name: sum(r["refused"] + r["broken"] for r in runs) for name, runs in results.items()}
    ratios = {
        "submit": median["submit"] / median["floor submit"],
        "worklist": median["worklist"] / median["floor list"],
        "deep page": median["page 1000"] / median["worklist"],
    }
    print(json.dumps({"rows": given.rows, "rps": median, "ratios": {k: round(v, 3) for k, v in ratios.items()}}))
    for name, ratio in ratios.items():
        print(f"{name:10} {ratio:6.3f}  （要求 ≥ {BARS[name]:.2f}）{'达到' if ratio >= BARS[name] else '未达到'}")
    if any(broken.values()):
        print(f"有请求失败：{broken}", file=sys.stderr)
        return 1
    return 0 if all(ratios[name] >= bar for name, bar in BARS.items()) else 1


@contextmanager
def _server(command: list[str], port: int, path: str) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ, start_new_session=True)
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=1).read()
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise SystemExit(f"端口 {port} 上的服务没有启动")
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(15)


def _visit(url: str) -> tuple[str, str]:
    """The cookie and the form's token of one visit."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    html = opener.open(url).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    if token is None:
        raise SystemExit("表单没有令牌")
    return "; ".join(f"{c.name}={c.value}" for c in jar), token[1]


def _fetch(url: str, cookie: str) -> bytes:
    return bytes(urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie})).read())


def _session(clerk: Any) -> str:
    from django.test import Client

    from guantong.accounts.models import Person

    client = Client()
    client.force_login(Person.objects.get(pk=clerk.person_id), "guantong.accounts.backends.PersonBackend")
    return f"sessionid={client.cookies['sessionid'].value}"


def _cursors(clerk: Any) -> tuple[str, str]:
    """The cursors of page 1 and page 1,000."""
    from guantong.matters import selectors

    row = selectors.worklist(clerk)[selectors.PAGE * 999 - 1]
    return "", selectors.cursor_after(row)


def recreate(socket: str, database: str) -> None:
    """An empty database of this name, in place of one that was there."""
    drop(socket, database)
    _sql(socket, f"CREATE DATABASE {database} TEMPLATE template0")


def drop(socket: str, database: str) -> None:
    """No database of this name any more."""
    _sql(socket, f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


def _sql(socket: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as link:
        link.execute(statement)


if __name__ == "__main__":
    sys.exit(main())
