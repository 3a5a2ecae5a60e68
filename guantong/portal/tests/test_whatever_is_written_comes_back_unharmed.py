"""Any text at all: never a failure of ours, and on the page of the opinion as it was written."""

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from guantong.base.plain_text import plain_text, says_something
from guantong.opinions.models import IntakeCode, Opinion

TEXT = st.text(st.characters(codec=None), max_size=300)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=TEXT, where=st.text(max_size=150), name=st.text(max_size=50), number=st.text(max_size=20))
@example(body="<script>alert(1)</script>&amp;{{ 7*7 }}{% load x %}", where="'\"><img src=x>", name="", number="")
@example(body="\x00\ud800\u202e", where="\x00", name="\x00", number="\x00")
@example(body="\u2028\u2029\ufeff字\uffff", where="", name="", number="")
def test_any_text_is_taken_or_refused_and_comes_back(
    phone: Client, code_a: IntakeCode, body: str, where: str, name: str, number: str
) -> None:
    form: dict[str, Any] = {"body": body, "where": where, "contact_name": name, "contact_phone": number}
    sent = {key: value.encode("utf-8", "surrogatepass") for key, value in form.items()}
    answer = phone.post(
        reverse("portal:speak", args=[code_a.token]),
        urlencode({**sent, "client_id": str(uuid4())}),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code in (303, 422)
    as_read = sent["body"].decode("utf-8", "replace")
    kept = plain_text(as_read).strip()
    if answer.status_code == 303:
        opinion = Opinion.objects.order_by("-opened_at", "-id")[0]
        assert opinion.body == kept
        page = phone.get(reverse("portal:followed", args=[opinion.pk])).content.decode()
        assert escape(kept) in page
    else:
        assert escape(as_read) in answer.content.decode() or not says_something(kept)
