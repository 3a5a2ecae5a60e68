"""What one submission costs, and what one page weighs on a slow line."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guantong.opinions.models import IntakeCode

MOST_BYTES = 60_000


@pytest.mark.django_db(transaction=True)
def test_a_submission_costs_one_query_and_no_session(send: Callable[..., Any]) -> None:
    send("第一件，把县里的设置和这个二维码读进来。")
    with CaptureQueriesContext(connection) as spent:
        assert send("第二件。").status_code == 303
    assert len(spent) == 1, [query["sql"][:80] for query in spent]
    assert Session.objects.count() == 0


@pytest.mark.django_db
def test_the_page_of_a_code_costs_one_query(phone: Client, code_a: IntakeCode) -> None:
    with CaptureQueriesContext(connection) as spent:
        phone.get(reverse("portal:speak", args=[code_a.token]))
    assert len(spent) == 1


@pytest.mark.django_db
def test_the_page_of_a_code_weighs_less_than_60_kb_in_all(phone: Client, code_a: IntakeCode) -> None:
    page = phone.get(reverse("portal:speak", args=[code_a.token])).content
    loaded = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode()))
    assert loaded
    assert "htmx" not in " ".join(loaded)
    files = [finders.find(name) for name in loaded]
    weight = len(page) + sum(Path(str(file)).stat().st_size for file in files)
    assert weight < MOST_BYTES
