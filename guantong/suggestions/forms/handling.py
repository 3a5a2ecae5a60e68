"""The forms of the units: object, hear the deputy, countersign, reply, report a promise kept; and more time."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.now import today
from guantong.deadlines.rules import from_json
from guantong.deputies.forms.fields import day, line, lines, moment, number
from guantong.deputies.forms.moves import here_and_now
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter
from guantong.suggestions import services
from guantong.suggestions.forms.desk import unit_field
from guantong.suggestions.forms.fields import one_of
from guantong.suggestions.handlers import units
from guantong.suggestions.models import HowContacted, ReplyCategory
from guantong.suggestions.selectors import reply_letter
from guantong.suggestions.services import Reply

CATEGORIES = [choice for choice in ReplyCategory.choices if choice[0]]


class ObjectForm(MoveForm):
    """Why it is not this unit's, and whose it is."""

    reason = lines(_("异议理由"), 1000, help_text=_("写明依据哪一项职责不属于本单位。"))
    next_body = unit_field(_("建议承办单位"))

    def arrange(self) -> None:
        among = [unit for unit in units(self.matter.region_id) if unit.pk != self.actor.organisation_id]
        self.fields["next_body"].widget.options = [(unit.name, unit.get_kind_display()) for unit in among]

    def act(self) -> Matter:
        return services.object_to_hand_over(
            suggestion=self.matter,
            reason=self.cleaned_data["reason"],
            next_body=self.cleaned_data["next_body"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class Extend(MoveForm):
    """More time for the reply, within what the law gives difficult ones."""

    clock = one_of(_("时限"), ())
    amount = number(_("延长"), 1, 99)
    reason = lines(_("延期原因"), 500, rows=3)

    def arrange(self) -> None:
        choices = []
        for clock in self.matter.clocks.filter(ended_at__isnull=True):
            rule = from_json(clock.rule)
            if (left := (rule.extension_cap or 0) - clock.extension) > 0:
                cap = gettext("最多还可延长%(left)s%(unit)s") % {"left": left, "unit": gettext(rule.unit.label)}
                choices.append((clock.code, f"{gettext(rule.name)}（{cap}）"))
        self.choices("clock", choices)
        if len(choices) == 1:
            self.initial.setdefault("clock", choices[0][0])
        self.fields["amount"].help_text = choices[0][1] if choices else gettext("没有可以延长的时限。")

    def act(self) -> Matter:
        return services.extend_suggestion(
            suggestion=self.matter,
            clock=self.cleaned_data["clock"],
            amount=self.cleaned_data["amount"],
            reason=self.cleaned_data["reason"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class LogContact(MoveForm):
    """When, how and by whom the deputy was heard."""

    at = moment(_("沟通时间"))
    how = one_of(_("沟通方式"), HowContacted.choices)
    who = line(_("参加人员"), 120, help_text=_("承办单位由谁参加，职务和姓名。"))
    notes = lines(_("沟通情况"), 2000, help_text=_("代表的意见，和本单位的说明。"))

    def arrange(self) -> None:
        self.initial.setdefault("at", here_and_now())

    def act(self) -> Matter:
        return services.log_contact(
            suggestion=self.matter,
            at=self.cleaned_data["at"],
            how=HowContacted(self.cleaned_data["how"]),
            who=self.cleaned_data["who"],
            notes=self.cleaned_data["notes"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class Countersign(MoveForm):
    """A co-unit's opinion, or a split unit's reply for its part."""

    opinion = lines(
        _("会签意见"), 5000, rows=6, help_text=_("协办单位写给主办单位的意见；分办单位写本单位部分的答复。")
    )

    def act(self) -> Matter:
        return services.countersign(
            suggestion=self.matter,
            opinion=self.cleaned_data["opinion"],
            actor=self.actor,
            seen_version=self.seen_version,
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


class ReportDelivery(MoveForm):
    """How a promise was kept."""

    delivery = lines(_("落实情况"), 2000, rows=5, help_text=_("写明完成了什么、何时完成；由县人大核实。"))

    def act(self) -> Matter:
        return services.report_delivery(
            suggestion=self.matter,
            delivery=self.cleaned_data["delivery"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


FORMS: dict[str, type[MoveForm]] = {
    "object": ObjectForm,
    "extend": Extend,
    "log_contact": LogContact,
    "countersign": Countersign,
    "reply": ReplyForm,
    "report_delivery": ReportDelivery,
}
"""`countersign` also makes `countersign_last`, for whoever is the last (services.handling)."""
