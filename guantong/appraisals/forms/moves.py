"""The form of every move of a sheet, each leading to its service."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.appraisals import services
from guantong.appraisals.models import Appeal
from guantong.base.form_fields import CHOOSE, lines
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter
from guantong.matters.move_forms import ServiceForm


class Compute(ServiceForm):
    service = staticmethod(services.compute_sheet)


class Publish(ServiceForm):
    service, grave = staticmethod(services.publish_sheet), True


class Settle(ServiceForm):
    service, grave = staticmethod(services.settle_sheet), True


class Discard(ServiceForm):
    service, grave = staticmethod(services.discard_sheet), True
    reason = lines(_("作废原因"), 500, rows=3)


class PutAppeal(ServiceForm):
    service = staticmethod(services.appeal_score)
    ground = lines(_("申诉理由"), 1000, help_text=_("请写明哪一项、少了或多了哪条记录。每张评分表只能申诉一次。"))


class Decide(MoveForm):
    appeal = forms.ModelChoiceField(
        label=_("申诉"),
        queryset=Appeal.objects.none(),
        error_messages={"required": _("请选择申诉。"), **CHOOSE},
    )
    upheld = forms.ChoiceField(
        label=_("决定"),
        choices=[("yes", _("申诉成立")), ("no", _("申诉不成立"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择决定。"), **CHOOSE},
    )
    change = forms.DecimalField(
        label=_("分数调整"),
        required=False,
        min_value=-100,
        max_value=100,
        decimal_places=2,
        help_text=_("成立的填写，例如 2.5 或 -1；不成立的留空。"),
        error_messages={"invalid": _("请填写数字。")},
    )
    answer = lines(_("答复"), 1000)

    def arrange(self) -> None:
        field: forms.Field = self.fields["appeal"]
        if isinstance(field, forms.ModelChoiceField):
            open_ones = Appeal.objects.filter(line__sheet_id=self.matter.pk, decided_at__isnull=True)
            field.queryset = open_ones.select_related("line__deputy", "line__unit")
            if len(field.queryset) == 1:
                field.initial = field.queryset[0]

    def act(self) -> Matter:
        return services.decide_appeal(
            appeal=self.cleaned_data["appeal"],
            upheld=self.cleaned_data["upheld"] == "yes",
            change=self.cleaned_data["change"] or Decimal(0),
            answer=self.cleaned_data["answer"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


FORMS: dict[str, type[MoveForm]] = {
    "compute": Compute,
    "recompute": Compute,
    "publish": Publish,
    "appeal": PutAppeal,
    "decide_appeal": Decide,
    "settle": Settle,
    "discard": Discard,
}
