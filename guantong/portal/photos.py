"""Photos chosen in a form: which are good, and a sentence for each that is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from guantong.attachments.images import MOST_BYTES, Photo, display_name, read_photo
from guantong.base.refusals import BadInput
from guantong.opinions.services.spoken import MOST_PHOTOS

MOST_BYTES_TOGETHER = 20 * 1024 * 1024


class PhotosInput(forms.FileInput):
    """A control that takes several files. A phone turns its own formats into JPEG when it reads `accept`."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__({"accept": "image/jpeg,image/png,image/webp", "data-most-bytes": str(MOST_BYTES)})


class PhotosField(forms.FileField):
    """The files as they were sent; `sorted_out` looks into them."""

    widget = PhotosInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        return list(data or [])


@dataclass
class SortedOut:
    """The photos that can be kept, and what is wrong with the others."""

    good: list[Photo] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


def sorted_out(uploads: Sequence[UploadedFile[bytes]], *, kept: int) -> SortedOut:
    """Look into every file: `kept` photos of this form are there already and count towards MOST_PHOTOS."""
    found = SortedOut()
    for upload in _fitting(uploads, found):
        try:
            photo = read_photo(upload)
        except BadInput as refusal:
            found.sentences += refusal.fields.values()
            continue
        if kept + len(found.good) < MOST_PHOTOS:
            found.good.append(photo)
        else:
            found.sentences.append(_("最多%(n)s张照片，“%(name)s”没有收下。") % {"n": MOST_PHOTOS, "name": photo.name})
    return found


def _fitting(uploads: Sequence[UploadedFile[bytes]], found: SortedOut) -> Iterator[UploadedFile[bytes]]:
    """The files until they are too many bytes together; the rest is named."""
    total = 0
    for upload in uploads:
        total += upload.size or 0
        if total > MOST_BYTES_TOGETHER and (upload.size or 0) <= MOST_BYTES:
            found.sentences.append(
                _("照片合计超过%(mb)s MB，“%(name)s”没有收下。")
                % {"mb": MOST_BYTES_TOGETHER // (1024 * 1024), "name": display_name(upload.name or "")}
            )
        else:
            yield upload
