"""The embedded server runs as long as somebody uses it; one started to stay, stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from guantong.project import server


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "var"
    server.stop(tmp_path / "var")


def test_it_starts_answers_and_stops(var: Path) -> None:
    with server.in_use(var) as started:
        assert started
        with psycopg.connect(host=str(server.socket_folder(var)), user="postgres", dbname="postgres") as connection:
            asked = connection.execute("SELECT current_setting('server_encoding'), lower('ÄÉ'), current_setting('jit')")
            assert asked.fetchone() == ("UTF8", "äé", "off")
            assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        with server.in_use(var) as again:
            assert not again
        assert server.is_running(var)
    assert not server.is_running(var)


def test_one_that_was_started_to_stay_stays(var: Path) -> None:
    assert server.start(var, to_stay=True)
    with server.in_use(var) as started:
        assert not started
    assert server.is_running(var)
    assert server.stop(var)
    assert not server.stop(var)


def test_it_can_be_kept_while_somebody_uses_it(var: Path) -> None:
    with server.in_use(var):
        assert not server.start(var, to_stay=True)
    assert server.is_running(var)


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(server.EngineError, match="文件夹"), server.in_use(tmp_path / "file" / "var"):
        pass


def test_data_that_is_no_database_is_one_clear_line(var: Path) -> None:
    data = server.data_folder(var)
    data.mkdir(parents=True)
    (data / "something").write_text("else")
    with pytest.raises(server.EngineError, match=r"数据库没有建成：.*") as caught, server.in_use(var):
        pass
    assert "\n" not in str(caught.value)
