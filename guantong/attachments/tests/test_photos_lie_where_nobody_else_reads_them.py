"""The files of photos: for the account of the site alone, and a small copy that is made once."""

from __future__ import annotations

import io
import stat
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.conf import settings as configured
from django.core.files.storage import FileSystemStorage
from PIL import Image

from guantong.accounts.actors import CITIZEN_ACTOR
from guantong.attachments.images import Photo
from guantong.attachments.models import Attachment
from guantong.attachments.services import keep_photo, small_copy_of
from guantong.project import settings as installation

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(settings: Any, tmp_path: Path) -> Attachment:
    settings.STORAGES = {**configured.STORAGES, "default": installation.STORAGES["default"]}
    settings.MEDIA_ROOT = tmp_path / "media"
    out = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(out, "JPEG")
    photo = Photo("渠.jpg", out.getvalue(), "image/jpeg", 900, 600)
    return keep_photo(owner=uuid4(), photo=photo, actor=CITIZEN_ACTOR)


def test_only_the_sites_account_reads_them(row: Attachment) -> None:
    small_copy_of(row).close()
    file = Path(row.file.path)
    assert {stat.S_IMODE(each.stat().st_mode) for each in file.parent.iterdir()} == {0o600}
    above = [folder for folder in file.parents if folder.is_relative_to(Path(configured.MEDIA_ROOT))]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in above} == {0o700}


def test_the_small_copy_is_made_once(row: Attachment) -> None:
    with small_copy_of(row) as small:
        assert max(Image.open(io.BytesIO(small.read())).size) == 320
    with patch("guantong.attachments.services.small_copy") as made, small_copy_of(row):
        assert not made.called
    assert len(list(Path(row.file.path).parent.iterdir())) == 2


def test_two_who_look_at_the_same_moment_leave_one_copy(row: Attachment) -> None:
    small_copy_of(row).close()
    there, answers = FileSystemStorage.exists, iter([False])
    with patch.object(FileSystemStorage, "exists", lambda self, name: next(answers, there(self, name))):
        small_copy_of(row).close()
    assert len(list(Path(row.file.path).parent.iterdir())) == 2


def test_a_photo_whose_file_is_gone_has_no_small_copy(row: Attachment) -> None:
    Path(row.file.path).unlink()
    with pytest.raises(FileNotFoundError):
        small_copy_of(row)
