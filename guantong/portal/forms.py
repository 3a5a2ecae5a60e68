"""What a citizen fills in to speak."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.attachments.images import Photo
from guantong.base.plain_text import PlainTextField
from guantong.base.refusals import BadInput
from guantong.opinions.services import Spoken
from guantong.opinions.services.spoken import (
    BODY_LIMIT,
    NAME_LIMIT,
    NOT_A_PHONE,
    NOTICE_VERSION,
    WHERE_LIMIT,
    phone_number,
)
from guantong.portal.photos import PhotosField, sorted_out

TOO_LONG = _("有%(show_value)s字，最多可写%(limit_value)s字，请删减。")
EMPTY = _("请写明要反映的问题。")


class SpeakForm(forms.Form):
    """An opinion as it is typed. `photos` that are good are in `good` even when something else is wrong."""

    body = PlainTextField(
        label=_("什么问题，希望怎么解决"),
        max_length=BODY_LIMIT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": EMPTY, "max_length": TOO_LONG},
    )
    where = PlainTextField(
        label=_("在什么地方"),
        help_text=_("写到村、组、路口或店名就好找。"),
        max_length=WHERE_LIMIT,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    photos = PhotosField(
        label=_("照片"), help_text=_("最多4张，每张不超过8 MB。照片里的拍摄位置会自动去掉。"), required=False
    )
    contact_name = PlainTextField(
        label=_("怎么称呼您"),
        help_text=_("可以匿名。"),
        max_length=NAME_LIMIT,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"max_length": TOO_LONG},
    )
    contact_phone = PlainTextField(
        label=_("联系电话"),
        help_text=_("只用于核实和回访，加密保存。"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={"max_length": NOT_A_PHONE},
    )

    def __init__(self, *args: Any, kept: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept
        self.good: list[Photo] = []

    def clean_contact_phone(self) -> str:
        try:
            return phone_number(self.cleaned_data["contact_phone"])
        except BadInput as no:
            raise forms.ValidationError(no.sentence) from no

    def clean_photos(self) -> None:
        found = sorted_out(self.cleaned_data["photos"], kept=self.kept)
        self.good = found.good
        if found.sentences:
            raise forms.ValidationError(found.sentences)

    def spoken(self, client_id: UUID, drafts: Iterable[str]) -> Spoken:
        """What the valid form says, with its good photos and those of `drafts`, by their digests."""
        given = self.cleaned_data
        return Spoken(
            client_id=client_id,
            body=given["body"],
            where=given["where"],
            contact_name=given["contact_name"],
            contact_phone=given["contact_phone"],
            notice_version=NOTICE_VERSION,
            photos=(*drafts, *(photo.digest for photo in self.good)),
        )
