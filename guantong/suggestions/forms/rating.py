"""The forms that end it: the deputy's rating, on screen or on paper, and the verifying of promises."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.deputies.forms.fields import lines
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter
from guantong.suggestions import services
from guantong.suggestions.forms.fields import NoteForm, ReasonForm, grade
from guantong.suggestions.models import Grade


class Rate(MoveForm):
    """Process and result rated apart. Not satisfied with the result: it is handled again."""

    rated_process = grade(_("对办理过程的评价"))
    rated_result = grade(_("对办理结果的评价"))
    reason = lines(_("评价说明"), 1000, required=False, rows=3, help_text=_("对办理结果不满意的，请写明哪里不满意。"))

    def act(self) -> Matter:
        return services.rate_suggestion(actor=self.actor, seen_version=self.seen_version, **self.rated())

    def rated(self) -> dict[str, Any]:
        """The rating, for the service."""
        return {
            "suggestion": self.matter,
            "rated_process": Grade(int(self.cleaned_data["rated_process"])),
            "rated_result": Grade(int(self.cleaned_data["rated_result"])),
            "reason": self.cleaned_data["reason"],
        }


class RateOnPaper(Rate):
    """The same from the paper that the deputy signed, with its photo."""

    photos = forms.FileField(
        label=_("签名件照片"),
        widget=forms.FileInput({"accept": "image/*"}),
        help_text=_("拍下代表签名的意见反馈表，能看清签名和勾选。"),
        error_messages={"required": _("请上传代表签名的纸质评价照片。"), "empty": _("请上传代表签名的纸质评价照片。")},
    )

    def act(self) -> Matter:
        return services.rate_on_paper(
            actor=self.actor, seen_version=self.seen_version, slip=self.cleaned_data["photos"], **self.rated()
        )


class VerifyDelivery(NoteForm):
    service = staticmethod(services.verify_delivery)


class DisputeDelivery(ReasonForm):
    service = staticmethod(services.dispute_delivery)


class DropPromise(ReasonForm):
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
