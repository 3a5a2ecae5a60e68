"""A form's field for several photos at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.attachments.images import Photo, read_photo
from guantong.base.refusals import BadInput


class SeveralFiles(forms.FileInput):
    """A control that takes several files. A phone turns its own formats into JPEG when it reads `accept`."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class PhotosField(forms.Field):
    """Up to `most` uploaded photos, each read: what cannot be kept is refused by name."""

    widget = SeveralFiles({"accept": "image/jpeg,image/png,image/webp"})

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def clean(self, value: Any) -> list[Photo]:
        files = [upload for upload in value or [] if upload]
        if len(files) > self.most:
            raise forms.ValidationError(_("一次最多%(n)s张照片。") % {"n": self.most})
        try:
            return [read_photo(upload) for upload in files]
        except BadInput as no:
            raise forms.ValidationError(no.sentence) from no
