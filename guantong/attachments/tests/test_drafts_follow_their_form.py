"""Drafts become part of a matter once, move with their form, and go after a day."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from guantong.accounts.actors import CITIZEN_ACTOR
from guantong.attachments.images import Photo
from guantong.attachments.models import Attachment
from guantong.attachments.selectors import DRAFT, drafts_of, photos_of
from guantong.attachments.services import carry_drafts, drop_old_drafts, hand_over_drafts, keep_photo
from guantong.kernel.sm3chain import sm3

pytestmark = pytest.mark.django_db
FORM, MATTER = uuid4(), uuid4()


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def _photo(words: bytes = b"picture") -> Photo:
    return Photo("渠.jpg", words, "image/jpeg", 4, 3)


def _keep(**more: Any) -> Attachment:
    return keep_photo(**{"owner": FORM, "photo": _photo(), "actor": CITIZEN_ACTOR, "role": DRAFT, **more})


def test_a_photo_is_kept_with_its_digest() -> None:
    row = keep_photo(owner=MATTER, photo=_photo(), actor=CITIZEN_ACTOR)
    stored = Path(row.file.path).read_bytes()
    assert (row.size, row.width, row.height, row.media_type) == (len(stored), 4, 3, "image/jpeg")
    assert row.digest == sm3(stored).hex()
    assert list(photos_of(MATTER)) == [row]


def test_the_same_picture_is_kept_once() -> None:
    assert _keep() == _keep()
    assert len(list(Path(Attachment.objects.get().file.path).parent.iterdir())) == 1


def test_drafts_become_part_of_the_matter_once() -> None:
    _keep()
    assert hand_over_drafts(form=FORM, owner=MATTER, digests=[_photo().digest]) == 1
    _keep()
    assert hand_over_drafts(form=FORM, owner=MATTER, digests=[_photo().digest]) == 0
    assert photos_of(MATTER).count() == 1


def test_only_the_photos_that_were_named_become_part_of_the_matter() -> None:
    _keep()
    _keep(photo=_photo(b"another"))
    assert hand_over_drafts(form=FORM, owner=MATTER, digests=[_photo().digest]) == 1
    assert [row.digest for row in photos_of(MATTER)] == [_photo().digest]


def test_drafts_move_with_their_form_and_photos_stay() -> None:
    _keep()
    hand_over_drafts(form=FORM, owner=MATTER, digests=[_photo().digest])
    _keep(photo=_photo(b"another"))
    fresh = uuid4()
    assert carry_drafts(form=FORM, to=fresh) == 1
    assert drafts_of(fresh).count() == photos_of(MATTER).count() == 1


def test_drafts_go_after_a_day_with_their_files_and_photos_stay(later: Callable[..., Any]) -> None:
    draft = _keep()
    photo = _keep(photo=_photo(b"another"), role="photo")
    with later(hours=23):
        assert drop_old_drafts() == 0
    with later(hours=25):
        assert drop_old_drafts() == 1
    assert not Path(draft.file.path).exists()
    assert Path(photo.file.path).exists()
