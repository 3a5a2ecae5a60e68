"""An installation that the environment describes: its own address, its proxies, HTTPS in front of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ASKED = """
import json, django
django.setup()
from django.conf import settings
from django.test import Client
from axes.helpers import get_client_ip_address
from django.test import RequestFactory

def asked(path, **headers):
    answer = Client(raise_request_exception=False).get(path, **headers)
    return [answer.status_code, answer.get("Location", "")]

by_proxy = {"HTTP_HOST": "rd.example.cn", "HTTP_X_FORWARDED_PROTO": "https"}
print(json.dumps({
    "page": asked("/robots.txt", **by_proxy),
    "in clear": asked("/robots.txt", HTTP_HOST="rd.example.cn"),
    "alive by number": asked("/healthz", HTTP_HOST="127.0.0.1:8000"),
    "stranger": asked("/robots.txt", HTTP_HOST="evil.example", HTTP_X_FORWARDED_PROTO="https"),
    "origins": settings.CSRF_TRUSTED_ORIGINS,
    "secure": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS > 0],
    "client": get_client_ip_address(RequestFactory().get("/", HTTP_X_FORWARDED_FOR="9.9.9.9, 203.0.113.7")),
}))
"""


def _answers(tmp_path: Path, **environment: str) -> dict[str, Any]:
    known = {"DJANGO_SETTINGS_MODULE": "guantong.project.settings", "GUANTONG_VAR": str(tmp_path), **environment}
    ours = {name: value for name, value in os.environ.items() if name not in ("ALLOWED_HOSTS", "DATABASE_URL")}
    done = subprocess.run(
        [sys.executable, "-c", ASKED], env={**ours, **known}, capture_output=True, text=True, check=True
    )
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def test_its_public_address_is_all_that_a_proxy_with_https_needs(tmp_path: Path) -> None:
    answers = _answers(tmp_path, PUBLIC_ADDRESS="https://rd.example.cn", TRUSTED_PROXIES="1")
    assert answers["page"] == [200, ""], "no redirect for ever"
    assert answers["in clear"] == [301, "https://rd.example.cn/robots.txt"]
    assert answers["alive by number"] == [200, ""], "whoever watches asks by number and without TLS"
    assert answers["stranger"][0] == 400
    assert answers["origins"] == ["https://rd.example.cn"]
    assert answers["secure"] == [True, True, True]
    assert answers["client"] == "203.0.113.7"


def test_https_by_itself_works_too(tmp_path: Path) -> None:
    answers = _answers(tmp_path, HTTPS="1", ALLOWED_HOSTS="rd.example.cn")
    assert (answers["page"][0], answers["in clear"][0], answers["alive by number"][0]) == (200, 301, 200)
    assert answers["client"] == "127.0.0.1", "without a trusted proxy nobody's word about the client counts"
