"""The forms of what is told of an activity that was held: notes and photos, and what everybody may read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.attachments.form_fields import PhotosField
from guantong.attachments.models import Attachment
from guantong.attachments.selectors import photos_of
from guantong.base.form_fields import CHOOSE, line, lines
from guantong.deputies import services
from guantong.deputies.services.reporting import words_to_publish
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import ServiceForm

MOST_PHOTOS = 6


class Report(ServiceForm):
    """What an activity brought, with photos; they are added to those that are there."""

    service: Any = staticmethod(services.report_activity)
    notes = lines(_("活动情况"), 2000, rows=6, help_text=_("做了什么、谈了什么、答应了什么。不要写村民姓名和电话。"))
    photos = PhotosField(
        most=MOST_PHOTOS,
        label=_("活动照片"),
        required=False,
        help_text=_("一次最多6张，每张不超过8 MB；可以分几次添加。"),
    )

    def arrange(self) -> None:
        self.initial.setdefault("notes", self.matter.notes)


class Publish(ServiceForm):
    """What everybody will read: offered with the personal data masked already."""

    service, grave = staticmethod(services.publish_activity), True
    published_title = line(_("公开标题"), 120)
    published_text = lines(
        _("公开内容"),
        5000,
        rows=10,
        help_text=_("电话、证件号、银行卡号、车牌和能认出的姓名已经遮盖。请通读一遍，把还能认出个人的内容改掉再公开。"),
    )
    photos = forms.ModelMultipleChoiceField(
        label=_("公开的照片"),
        queryset=Attachment.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("只勾选可以给所有人看的照片：看不清群众面容、证件和门牌。不勾就不公开照片。"),
        error_messages=CHOOSE,
    )

    def arrange(self) -> None:
        title, text = words_to_publish(self.matter)
        self.initial.setdefault("published_title", self.matter.published_title or title)
        self.initial.setdefault("published_text", self.matter.published_text or text)
        shown = self.matter.shown_photos.values_list("pk", flat=True)
        self.initial.setdefault("photos", list(shown))
        field: Any = self.fields["photos"]
        field.queryset = photos_of(self.matter.pk)
        numbers = {photo.pk: number for number, photo in enumerate(field.queryset, 1)}
        field.label_from_instance = lambda photo: _named(numbers[photo.pk], photo)
        if not numbers:
            del self.fields["photos"]

    def inputs(self) -> dict[str, Any]:
        given = super().inputs()
        return {**given, "photos": list(given.get("photos", ()))}


def _named(number: int, photo: Attachment) -> str:
    """A photo as the page of the activity numbers it, with the name of its file."""
    return gettext("照片 %(n)s（%(name)s）") % {"n": number, "name": photo.name}


class WithdrawPublication(ServiceForm):
    """Taking down what everybody could read."""

    service, grave = staticmethod(services.withdraw_publication), True
    reason = lines(_("撤下的原因"), 500, rows=3)


REPORT_FORMS: dict[str, type[MoveForm]] = {
    "report": Report,
    "publish": Publish,
    "withdraw_publication": WithdrawPublication,
}
