"""The forms of the units: object, hear the deputy, countersign, reply, report a promise kept; and more time."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import day, line, lines, moment, one_of
from guantong.base.now import today
from guantong.deputies.forms.moves import here_and_now
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter
from guantong.matters.move_forms import ExtendForm, ServiceForm, body_field
from guantong.suggestions import services
from guantong.suggestions.handlers import units
from guantong.suggestions.models import HowContacted, ReplyCategory
from guantong.suggestions.selectors import reply_letter
from guantong.suggestions.services import Reply

CATEGORIES = [choice for choice in ReplyCategory.choices if choice[0]]


class ObjectForm(ServiceForm):
    """Why it is not this unit's, and whose it is."""

    service = staticmethod(services.object_to_hand_over)
    reason = lines(_("异议理由"), 1000, help_text=_("写明依据哪一项职责不属于本单位。"))
    next_body = body_field(_("建议承办单位"))

    def arrange(self) -> None:
        among = [unit for unit in units(self.matter.region_id) if unit.pk != self.actor.organisation_id]
        self.fields["next_body"].widget.options = [(unit.name, unit.get_kind_display()) for unit in among]


class Extend(ExtendForm):
    """More time for the reply, within what the law gives difficult ones."""

    service = staticmethod(services.extend_suggestion)


class LogContact(ServiceForm):
    """When, how and by whom the deputy was heard."""

    service = staticmethod(services.log_contact)
    at = moment(_("沟通时间"))
    how = one_of(_("沟通方式"), HowContacted.choices)
    who = line(_("参加人员"), 120, help_text=_("承办单位由谁参加，职务和姓名。"))
    notes = lines(_("沟通情况"), 2000, help_text=_("代表的意见，和本单位的说明。"))

    def arrange(self) -> None:
        self.initial.setdefault("at", here_and_now())

    def inputs(self) -> dict[str, Any]:
        return {**super().inputs(), "how": HowContacted(self.cleaned_data["how"])}


class Countersign(ServiceForm):
    """A co-unit's opinion, or a split unit's reply for its part."""

    service = staticmethod(services.countersign)
    opinion = lines(
        _("会签意见"), 5000, rows=6, help_text=_("协办单位写给主办单位的意见；分办单位写本单位部分的答复。")
    )


class ReplyForm(MoveForm):
    """The reply, its category, and what it promises."""

    reply = lines(_("答复内容"), 10000, rows=10, help_text=_("会写入答复函。多位代表附议的，一并答复。"))
    reply_category = one_of(_("答复类别"), CATEGORIES)
    reply_number = line(_("复函文号"), 60, required=False, help_text=_("本单位的发文字号，没有可以不填。"))
    promise = lines(
        _("承诺事项"), 1000, required=False, rows=3, help_text=_("正在解决或列入计划的必填，会跟踪到兑现为止。")
    )
    promised_by = day(_("承诺完成日期"))

    def arrange(self) -> None:
        self.fields["promised_by"].required = False
        self.choices("reply_category", [(value, self._lettered(value, label)) for value, label in CATEGORIES])
        for name in ("reply", "promise", "promised_by"):
            self.initial.setdefault(name, getattr(self.matter, name))

    def _lettered(self, category: str, label: Any) -> str:
        """A category behind the letter that the county prints for it (A, B, C)."""
        letter = reply_letter(category, region_code=self.matter.region_id, on=today())
        return f"{letter} {label}".strip()

    def act(self) -> Matter:
        data = self.cleaned_data
        reply = Reply(
            text=data["reply"],
            category=ReplyCategory(data["reply_category"]),
            number=data["reply_number"],
            promise=data["promise"],
            promised_by=data["promised_by"],
        )
        return services.reply_to_suggestion(
            suggestion=self.matter, reply=reply, actor=self.actor, seen_version=self.seen_version
        )


class ReportDelivery(ServiceForm):
    """How a promise was kept."""

    service = staticmethod(services.report_delivery)
    delivery = lines(_("落实情况"), 2000, rows=5, help_text=_("写明完成了什么、何时完成；由县人大核实。"))


FORMS: dict[str, type[MoveForm]] = {
    "object": ObjectForm,
    "extend": Extend,
    "log_contact": LogContact,
    "countersign": Countersign,
    "reply": ReplyForm,
    "report_delivery": ReportDelivery,
}
"""`countersign` also makes `countersign_last`, for whoever is the last (services.handling)."""
