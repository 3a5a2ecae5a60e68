"""The forms that end it: the deputy's rating, on screen or on paper, and the verifying of promises."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import grade, lines
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import NoteForm, ServiceForm
from guantong.suggestions import services
from guantong.suggestions.forms.fields import ReasonToldForm


class Rate(ServiceForm):
    """Process and result rated apart. Not satisfied with the result: it is handled again."""

    service: Any = staticmethod(services.rate_suggestion)
    rated_process = grade(_("对办理过程的评价"))
    rated_result = grade(_("对办理结果的评价"))
    reason = lines(_("评价说明"), 1000, required=False, rows=3, help_text=_("对办理结果不满意的，请写明哪里不满意。"))


class RateOnPaper(Rate):
    """The same from the paper that the deputy signed, with its photo."""

    service = staticmethod(services.rate_on_paper)
    photos = forms.FileField(
        label=_("签名件照片"),
        widget=forms.FileInput({"accept": "image/*"}),
        help_text=_("拍下代表签名的意见反馈表，能看清签名和勾选。"),
        error_messages={"required": _("请上传代表签名的纸质评价照片。"), "empty": _("请上传代表签名的纸质评价照片。")},
    )

    def inputs(self) -> dict[str, Any]:
        given = super().inputs()
        slip = given.pop("photos")
        return {**given, "slip": slip}


class VerifyDelivery(NoteForm):
    service = staticmethod(services.verify_delivery)


class DisputeDelivery(ReasonToldForm):
    service = staticmethod(services.dispute_delivery)


class DropPromise(ReasonToldForm):
    service = staticmethod(services.drop_promise)
    grave = True


FORMS: dict[str, type[MoveForm]] = {
    "rate": Rate,
    "rate_to_track": Rate,
    "rate_on_paper": RateOnPaper,
    "rate_to_track_on_paper": RateOnPaper,
    "verify_delivery": VerifyDelivery,
    "dispute_delivery": DisputeDelivery,
    "drop_promise": DropPromise,
}
"""`rate_unsatisfied` has no button of its own: the rating of the result decides (services.rating)."""
