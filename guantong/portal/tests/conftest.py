"""What the tests of the citizens' door share: a browser, photos, and a form as it is sent."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.receipts import secret_of

BODY = "民治村三组的水渠塌了十来米，春耕放不了水，请派人来看看。"


@pytest.fixture(autouse=True)
def _door(settings: Any, tmp_path: Path) -> None:
    """Stylesheets are served unprepared; files go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def phone() -> Client:
    """A citizen's browser that reports a failure of ours as the page which people would see."""
    return Client(raise_request_exception=False)


@pytest.fixture
def jpeg() -> Callable[..., SimpleUploadedFile]:
    """`jpeg()`: a small photo; size, colour and name as told."""

    def make(
        name: str = "水渠.jpg", size: tuple[int, int] = (64, 48), colour: str = "teal", **more: Any
    ) -> SimpleUploadedFile:
        out = io.BytesIO()
        Image.new("RGB", size, colour).save(out, "JPEG", **more)
        return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")

    return make


@pytest.fixture
def send(phone: Client, code_a: IntakeCode) -> Callable[..., HttpResponse]:
    """`send(body=…, photos=[…])`: post the form of the station's code."""

    def post(body: str = BODY, *, code: IntakeCode | None = None, **fields: Any) -> Any:
        fields.setdefault("client_id", str(uuid4()))
        url = reverse("portal:speak", args=[(code or code_a).token])
        return phone.post(url, {"body": body, **fields})

    return post


@pytest.fixture
def follow(phone: Client) -> Callable[[Opinion], HttpResponse]:
    """`follow(opinion)`: look an opinion up with its receipt, and read its page."""

    def read(opinion: Opinion) -> Any:
        answer = phone.post(
            reverse("portal:follow"), {"number": opinion.receipt, "secret": secret_of(opinion.pk)}, follow=True
        )
        assert answer.status_code == 200
        return answer

    return read
