"""The floor: the least that one durable row and one list of rows can cost on this machine. No framework.

POST /opinions stores one row and answers with its id; GET /opinions?limit=N lists the newest N open rows
by keyset as JSON. FLOOR_DSN names the database.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

import orjson
from psycopg_pool import AsyncConnectionPool

SCHEMA = """
DROP TABLE IF EXISTS floor_opinion;
CREATE TABLE floor_opinion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made_at timestamptz NOT NULL DEFAULT now(),
    region text NOT NULL, title text NOT NULL, body text NOT NULL, state text NOT NULL DEFAULT 'received');
INSERT INTO floor_opinion (region, title, body)
    SELECT '451028', '第' || g || '盏路灯不亮', '村口的路灯坏了三个星期，晚上看不清路。' || g
    FROM generate_series(1, {rows}) g;
CREATE INDEX floor_open ON floor_opinion (region, state, id DESC);
"""
STORE = "INSERT INTO floor_opinion (region, title, body) VALUES (%s, %s, %s) RETURNING id"
LIST = (
    "SELECT id, made_at, region, title, body, state FROM floor_opinion"
    " WHERE region = '451028' AND state = 'received' ORDER BY id DESC LIMIT %s"
)
COLUMNS = ("id", "made_at", "region", "title", "body", "state")

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
_pool: AsyncConnectionPool | None = None


async def pool() -> AsyncConnectionPool:
    """The connections of this process, opened at the first request."""
    global _pool
    if _pool is None:
        _pool = AsyncConnectionPool(
            os.environ["FLOOR_DSN"], min_size=8, max_size=8, open=False, kwargs={"autocommit": True}
        )
        await _pool.open()
    return _pool


async def app(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    if scope["type"] != "http":
        return
    connections = await pool()
    if scope["method"] == "POST":
        given = orjson.loads(await _body(receive))
        async with connections.connection() as connection:
            row = await (await connection.execute(STORE, (given["region"], given["title"], given["body"]))).fetchone()
        answer: Any = {"id": row[0] if row else None}
    else:
        limit = int(parse_qs(scope["query_string"].decode()).get("limit", ["25"])[0])
        async with connections.connection() as connection:
            rows = await (await connection.execute(LIST, (limit,))).fetchall()
        answer = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    payload = orjson.dumps(answer)
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(payload)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": payload})


async def _body(receive: Receive) -> bytes:
    whole = b""
    while True:
        message = await receive()
        whole += message.get("body", b"")
        if not message.get("more_body"):
            return whole
