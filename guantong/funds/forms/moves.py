"""The form of every move of a fund and of a project, each leading to its service."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import CHOOSE, grade, line, lines, number
from guantong.deputies.models import Deputy
from guantong.deputies.selectors import deputies_in
from guantong.funds import services
from guantong.funds.forms.fields import money
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import ServiceForm


class Adjust(ServiceForm):
    service = staticmethod(services.adjust_fund)
    amount = money(_("资金总额"))
    reason = lines(_("调整原因"), 500, rows=3)

    def arrange(self) -> None:
        self.initial.setdefault("amount", self.matter.amount)


class Settle(ServiceForm):
    service, grave = staticmethod(services.settle_fund), True
    reason = lines(_("说明"), 500, required=False, rows=2)


class Withdraw(ServiceForm):
    service, grave = staticmethod(services.withdraw_application), True
    reason = lines(_("撤回原因"), 500, rows=3)


class Screen(ServiceForm):
    service = staticmethod(services.screen_project)
    finding = lines(_("初审意见"), 1000, help_text=_("是否未入项目库、金额是否合理、当年能否开工。"))


class Decline(ServiceForm):
    service, grave = staticmethod(services.decline_project), True
    reason = lines(_("不予支持的原因"), 500, rows=3)


class Approve(ServiceForm):
    service = staticmethod(services.approve_project)
    approved = money(_("批准金额"))
    reason = lines(_("说明"), 500, required=False, rows=2, help_text=_("例如主任会议的次数和日期。"))

    def arrange(self) -> None:
        self.initial.setdefault("approved", min(self.matter.asked, self.matter.paid_from.left))
        self.fields["approved"].help_text = _("申请%(asked)s元，资金还剩%(left)s元。") % {
            "asked": f"{self.matter.asked:,}",
            "left": f"{self.matter.paid_from.left:,}",
        }


class Sign(ServiceForm):
    service = staticmethod(services.sign_contract)
    contractor = line(_("施工单位"), 80)
    contracted = money(_("合同金额"))


class Extend(ServiceForm):
    service = staticmethod(services.extend_building)
    amount = number(_("延长"), 1, 12, help_text=_("按个月计。"))
    reason = lines(_("延期原因"), 500, rows=3)


class Pay(ServiceForm):
    service = staticmethod(services.pay_project)
    amount = money(_("拨付金额"))
    voucher = line(_("凭证号"), 40)


class Finish(ServiceForm):
    service = staticmethod(services.finish_project)
    work_done = lines(_("完工情况"), 2000)
    photos = forms.FileField(
        label=_("现场照片"),
        widget=forms.FileInput({"accept": "image/*"}),
        error_messages={"required": _("请上传完工现场的照片。"), "empty": _("照片是空的。")},
    )


class SendBack(ServiceForm):
    service = staticmethod(services.send_back)
    reason = lines(_("未通过的原因"), 500, rows=3)


class Accept(ServiceForm):
    service = staticmethod(services.accept_project)
    witness = forms.ModelChoiceField(
        label=_("到场代表"),
        queryset=Deputy.objects.none(),
        help_text=_("验收要有代表到场；由这位代表评价。"),
        error_messages={"required": _("请选择到场的代表。"), **CHOOSE},
    )
    reason = lines(_("验收说明"), 500, required=False, rows=2)

    def arrange(self) -> None:
        field: Any = self.fields["witness"]
        known = [deputy.pk for deputy in deputies_in(self.matter.region_id)]
        field.queryset = Deputy.objects.filter(pk__in=known)


class Rate(ServiceForm):
    service = staticmethod(services.rate_project)
    rated = grade(_("评价"))


FUND_FORMS: dict[str, type[MoveForm]] = {"adjust": Adjust, "settle": Settle}
PROJECT_FORMS: dict[str, type[MoveForm]] = {
    "withdraw": Withdraw,
    "screen": Screen,
    "decline": Decline,
    "approve": Approve,
    "sign": Sign,
    "extend": Extend,
    "pay": Pay,
    "pay_rest": Pay,
    "finish": Finish,
    "send_back": SendBack,
    "accept": Accept,
    "rate": Rate,
}
