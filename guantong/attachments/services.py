"""Keeping photos: as drafts of a form that is not sent yet, and as part of a matter."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID, uuid5

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from guantong.accounts.actors import Actor
from guantong.attachments.images import SUFFIXES, Photo, read_photo, small_copy
from guantong.attachments.models import Attachment
from guantong.attachments.selectors import DRAFT, PHOTO, drafts_of
from guantong.base.now import now

DRAFTS_LIVE = timedelta(days=1)


def attach_photo(*, owner: UUID, upload: File[bytes], actor: Actor) -> Attachment:
    """Read an uploaded photo and make it part of a matter. Raises what `read_photo` raises."""
    return keep_photo(owner=owner, photo=read_photo(upload), actor=actor)


def keep_photo(*, owner: UUID, photo: Photo, actor: Actor, role: str = PHOTO) -> Attachment:
    """Keep a photo under its owner; the same picture kept again for the same owner is the same attachment.

    `owner` is the id of a matter, or for a draft the id of the form. The id of the attachment is derived from
    owner and picture, so a form that is sent twice adds nothing even after its drafts went to the matter.
    """
    pk = uuid5(owner, photo.digest)
    if found := Attachment.objects.filter(pk=pk).first():
        return found
    row = Attachment(
        id=pk,
        owner=owner,
        name=photo.name,
        media_type=photo.media_type,
        size=len(photo.data),
        width=photo.width,
        height=photo.height,
        digest=photo.digest,
        added_at=now(),
        added_by=actor.name,
        role=role,
    )
    row.file.save(f"{pk}.{SUFFIXES[photo.media_type]}", ContentFile(photo.data), save=False)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        row.file.delete(save=False)
        return Attachment.objects.get(pk=pk)
    return row


def small_copy_of(row: Attachment) -> File[bytes]:
    """The photo small, for lists: made at the first look and kept beside it. Raises FileNotFoundError without it."""
    storage, name = row.file.storage, f"{row.file.name}.small.jpg"
    if not storage.exists(name):
        with row.file.open("rb") as whole:
            small = small_copy(whole.read())
        if (kept := storage.save(name, ContentFile(small))) != name:
            storage.delete(kept)  # somebody else looked at the same moment
    opened: File[bytes] = storage.open(name, "rb")
    return opened


def hand_over_drafts(*, form: UUID, owner: UUID, digests: Collection[str]) -> int:
    """Give drafts of a form, those of these digests, to the matter that it became; how many there were."""
    return drafts_of(form).filter(digest__in=digests).update(owner=owner, role=PHOTO)


def carry_drafts(*, form: UUID, to: UUID) -> int:
    """Move the drafts of a form to the form that takes its place; how many there were."""
    return drafts_of(form).update(owner=to)


def drop_old_drafts(*, limit: int = 500) -> int:
    """Remove drafts of forms that were never sent, a day after they came; how many, at most `limit`."""
    old = Attachment.objects.filter(role=DRAFT, added_at__lt=now() - DRAFTS_LIVE).order_by("pk")[:limit]
    return sum(_drop(row) for row in old)


def drop_drafts(*, form: UUID, which: Collection[str]) -> None:
    """Remove those drafts of a form that its writer no longer wants; `which` are ids as text."""
    for row in drafts_of(form) if which else ():
        if str(row.pk) in which:
            _drop(row)


def _drop(row: Attachment) -> int:
    """Remove a draft and its file, unless it has meanwhile become part of a matter."""
    dropped, _ = Attachment.objects.filter(pk=row.pk, role=DRAFT).delete()
    if dropped:
        row.file.delete(save=False)
    return dropped
