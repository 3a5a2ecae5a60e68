"""What every test gets: a running database, and static and uploaded files that need no preparation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.test import override_settings

from guantong.project import engine

_server = ExitStack()

# Playwright leaves its event loop running in the test's thread, where nothing of ours is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PLAIN = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
"""Hashed names need collected files; the live server of browser tests has none."""


def pytest_configure(config: pytest.Config) -> None:
    """Start the project's own server before anything connects; every test process takes its share of it."""
    _server.enter_context(engine.running())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Give the share back; the server stops with the last one, unless it was started to stay."""
    _server.close()


@pytest.fixture(scope="session", autouse=True)
def _files_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploaded files go to a folder of their own."""
    with override_settings(STORAGES=PLAIN, MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield
