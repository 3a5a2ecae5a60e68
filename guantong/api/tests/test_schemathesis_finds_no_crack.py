"""Generated requests, right and wrong ones, against the real WSGI application: the answers keep to the description."""

import re
from typing import Any

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import ignored_auth

from guantong.project.wsgi import application

CONFIG = SchemathesisConfig.from_dict(
    {
        "headers": {"Host": "localhost"},
        # Signing in and NUL have tests of their own; JSON Schema cannot describe the second.
        "generation": {"mode": "all", "deterministic": True, "with-security-parameters": False, "allow-x00": False},
    }
)
SIGNING_IN = [ignored_auth]
schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application, config=CONFIG)


@pytest.fixture
def session(client: Client, sign_in: Any, clerk_a: Any, opinion_a: Any) -> str:
    return sign_in(client, clerk_a).cookies["sessionid"].value


def _aim(case: Any, known: dict[str, Any]) -> None:
    """Let well-formed keys be those of records that exist, so that more than the 404 is tried."""
    for name, (shape, key) in known.items():
        if re.fullmatch(shape, str(case.path_parameters.get(name, ""))):
            case.path_parameters[name] = key


@schema.parametrize()
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@pytest.mark.django_db(transaction=True)
def test_the_interface_keeps_its_word(case: Any, session: str, code_a: Any, opinion_a: Any) -> None:
    _aim(
        case,
        {
            "token": ("[0-9A-Za-z]{1,20}", code_a.token),
            "matter_id": ("[0-9a-f-]{36}", str(opinion_a.id)),
            "code": ("[a-z_]{1,60}", "rapid_response_resolution_rate"),
        },
    )
    answer = case.call_and_validate(cookies={"sessionid": session}, excluded_checks=SIGNING_IN)
    assert answer.status_code < 500
