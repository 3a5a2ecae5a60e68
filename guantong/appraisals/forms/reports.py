"""Planning a report to voters, and the form of every move of one."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.appraisals import services
from guantong.appraisals.models import DutyReport
from guantong.appraisals.selectors.reports import draft_of, to_be_planned_by, year_in_question
from guantong.appraisals.selectors.slips import used_numbers
from guantong.appraisals.services.meetings import MOST_SLIPS
from guantong.base.form_fields import CHOOSE, line, lines, moment, number, refuse
from guantong.base.now import now, today
from guantong.deputies.models import Deputy
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import ReasonForm, ServiceForm

YEARS = 3
"""How many years back a report may be planned for, this one among them."""

BODY_LIMIT = 10_000


def photo_field(label: Any, *, required: bool, help_text: Any = "") -> forms.FileField:
    """One photo that bears a move out."""
    return forms.FileField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.FileInput({"accept": "image/*"}),
        error_messages={"required": _("请上传照片。"), "empty": _("照片是空的。")},
    )


class PlanForm(forms.Form):
    """A report to come."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    deputy = forms.ModelChoiceField(
        label=_("述职代表"),
        queryset=Deputy.objects.none(),
        error_messages={"required": _("请选择代表。"), **CHOOSE},
    )
    year = forms.TypedChoiceField(label=_("年度"), coerce=int, error_messages={"required": _("请选择年度。"), **CHOOSE})
    planned_for = moment(_("报告会时间"))
    venue = line(_("报告会地点"), 60)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        fields: dict[str, Any] = dict(self.fields)
        fields["deputy"].queryset = to_be_planned_by(actor)
        this = today().year
        fields["year"].choices = [(year, str(year)) for year in range(this, this - YEARS, -1)]
        self.initial.setdefault("year", year_in_question())

    def open(self) -> DutyReport:
        """Plan it; refusals pass through."""
        return services.plan_report(actor=self.actor, **self.cleaned_data)

    refuse = refuse


class Reschedule(ServiceForm):
    service = staticmethod(services.reschedule_report)
    planned_for = moment(_("报告会时间"))
    venue = line(_("报告会地点"), 60)

    def arrange(self) -> None:
        self.initial.setdefault("planned_for", self.matter.planned_for)
        self.initial.setdefault("venue", self.matter.venue)


class Write(ServiceForm):
    service = staticmethod(services.write_report)
    body = lines(
        _("述职报告"), BODY_LIMIT, rows=16, help_text=_("下面已按履职记录起草，请补充内容；记录的数目会另外列出。")
    )

    def arrange(self) -> None:
        self.initial.setdefault("body", self.matter.body or draft_of(self.matter))


class PrintSlips(ServiceForm):
    service = staticmethod(services.print_slips)
    count = number(_("张数"), 1, MOST_SLIPS, help_text=_("按预计到会人数多印几张，开会时按票号顺序发，每人一张。"))


class Hold(ServiceForm):
    service = staticmethod(services.hold_report)
    held_at = moment(_("召开时间"))
    present = number(
        _("到会选民"), 1, MOST_SLIPS, help_text=_("按签到表上的人数填写。票号大于这个数的测评票即刻作废。")
    )
    sign_in = photo_field(_("签到表照片"), required=True)

    def arrange(self) -> None:
        self.initial.setdefault("held_at", now())


class Rate(ServiceForm):
    """The tally of slips on paper; what came by phone is counted already and not shown."""

    service, grave = staticmethod(services.rate_report), True
    satisfied = number(_("纸质票：满意"), 0, MOST_SLIPS, required=False)
    fair = number(_("纸质票：基本满意"), 0, MOST_SLIPS, required=False)
    dissatisfied = number(_("纸质票：不满意"), 0, MOST_SLIPS, required=False)
    tally = photo_field(_("计票单照片"), required=False, help_text=_("有纸质票的必须上传。"))

    def arrange(self) -> None:
        used = used_numbers(self.matter)
        told = "、".join(map(str, used)) or gettext("无")
        self.fields["satisfied"].help_text = gettext("已用手机测评的票号：%(numbers)s。这些票不再计入纸质票。") % {
            "numbers": told
        }

    def inputs(self) -> dict[str, Any]:
        given = super().inputs()
        counts = {name: given[name] or 0 for name in ("satisfied", "fair", "dissatisfied")}
        return {**counts, "tally": given["tally"]}


class Publish(ServiceForm):
    service, grave = staticmethod(services.publish_report), True


class Cancel(ReasonForm):
    service, grave = staticmethod(services.cancel_report), True


REPORT_FORMS: dict[str, type[MoveForm]] = {
    "reschedule": Reschedule,
    "write": Write,
    "rewrite": Write,
    "print_slips": PrintSlips,
    "hold": Hold,
    "rate": Rate,
    "publish": Publish,
    "cancel": Cancel,
}
