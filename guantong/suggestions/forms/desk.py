"""The forms of the congress: check, merge, hand over, hand over again, mark as key, publish."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import CHOOSE, line, lines, one_of
from guantong.base.refusals import BadInput
from guantong.matters.actions import MoveForm
from guantong.matters.duplicates import duplicates_of
from guantong.matters.likely_bodies import likely_bodies
from guantong.matters.models import Matter
from guantong.matters.move_forms import NoteForm, ServiceForm, body_field
from guantong.regions.models import Organisation
from guantong.regions.naming import body_named
from guantong.suggestions import services
from guantong.suggestions.forms.fields import ReasonToldForm
from guantong.suggestions.handlers import units
from guantong.suggestions.models import Suggestion
from guantong.suggestions.services.publishing import text_to_publish


class Accept(NoteForm):
    service = staticmethod(services.accept_suggestion)


class ReturnForRewriting(ReasonToldForm):
    service = staticmethod(services.return_for_rewriting)


class Convert(ReasonToldForm):
    service = staticmethod(services.convert_motion)
    reason = lines(_("依据"), 500, rows=2, help_text=_("例如：大会主席团决定不列入议程，转作建议办理。"))


class Merge(ServiceForm):
    """Merging a suggestion into the one that goes on: one of those offered, or one found by its number."""

    service, grave = staticmethod(services.merge_suggestion), True
    target = one_of(_("可能是同一件事"), ())
    number = line(_("或者填写编号"), 60, required=False)
    reason = lines(_("说明"), 500, required=False, rows=2)

    def arrange(self) -> None:
        near = duplicates_of(self.matter, actor=self.actor)
        self.fields["target"].required = False
        if near:
            self.choices("target", [(str(m.pk), f"{m.title}（{m.number or m.place.name}）") for m, _likeness in near])
        else:
            del self.fields["target"]

    def _target(self) -> Suggestion:
        chosen, number = self.cleaned_data.get("target"), self.cleaned_data["number"].strip()
        if bool(chosen) == bool(number):
            raise BadInput({"number": gettext("请选择一件，或者填写它的编号。")})
        rows = Suggestion.objects.filter(region_id=self.matter.region_id)
        found = rows.filter(pk=chosen).first() if chosen else rows.filter(number=number).first()
        if found is None:
            raise BadInput({"number": gettext("本县没有这个编号的建议，请核对。")})
        return found

    def inputs(self) -> dict[str, Any]:
        return {"target": self._target(), "reason": self.cleaned_data["reason"]}


class HandOver(MoveForm):
    """The lead unit, the units beside it, and which of the law's two periods."""

    holder = body_field(_("主办单位"))
    wide = one_of(
        _("答复期限"),
        [("ordinary", _("三个月：一般建议")), ("wide", _("六个月：涉及面广、处理难度大"))],
        help_text=_("自交办之日起（代表法第五十一条）。"),
    )
    others = forms.ModelMultipleChoiceField(
        label=_("其他承办单位"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
    )
    role = one_of(
        _("其他单位怎样参与"),
        [("co", _("协办：向主办单位提出意见")), ("split", _("分办：各答复自己的部分"))],
    )
    reason = lines(_("交办说明"), 500, required=False, rows=2)

    def arrange(self) -> None:
        self.among = units(self.matter.region_id)
        self.likely = likely_bodies(self.matter, self.among)
        self.fields["holder"].widget.options = [(unit.name, unit.get_kind_display()) for unit in self.among]
        others: Any = self.fields["others"]
        others.queryset = Organisation.objects.filter(pk__in=[unit.pk for unit in self.among])
        self.fields["role"].required = False
        self.initial = {"wide": "ordinary", "role": "co", **self.initial}

    def act(self) -> Matter:
        others, split = list(self.cleaned_data["others"]), self.cleaned_data["role"] == "split"
        return services.hand_over(
            suggestion=self.matter,
            lead_unit=body_named(self.cleaned_data["holder"], self.among),
            co_units=[] if split else others,
            split_units=others if split else [],
            wide=self.cleaned_data["wide"] == "wide",
            actor=self.actor,
            reason=self.cleaned_data["reason"],
            seen_version=self.seen_version,
        )


class Rehandle(ServiceForm):
    """Handling again, by the same unit or by another one."""

    service = staticmethod(services.rehandle_suggestion)
    holder = body_field(_("改由哪个单位主办"), required=False, help_text=_("留空就由原主办单位重新办理。"))
    reason = lines(_("重新办理的要求"), 500, rows=3, help_text=_("写明代表对哪些内容不满意。"))

    def arrange(self) -> None:
        self.among = units(self.matter.region_id)
        self.fields["holder"].widget.options = [(unit.name, unit.get_kind_display()) for unit in self.among]

    def inputs(self) -> dict[str, Any]:
        typed = self.cleaned_data["holder"]
        return {
            "lead_unit": body_named(typed, self.among) if typed else None,
            "reason": self.cleaned_data["reason"],
        }


class MarkKey(ServiceForm):
    """Which leader of the standing committee supervises it."""

    service = staticmethod(services.mark_key)
    leader = line(_("督办领导"), 40, help_text=_("常委会领导的姓名。"))
    reason = lines(_("说明"), 500, required=False, rows=2, help_text=_("写明哪次主任会议确定。"))


class PublishReply(ServiceForm):
    """What everybody will read: offered with the personal data masked already."""

    service, grave = staticmethod(services.publish_reply), True
    published_text = lines(
        _("公开内容"),
        20000,
        rows=16,
        help_text=_("电话、证件号、银行卡号、车牌和能认出的姓名已经遮盖。请通读一遍，把还能认出个人的内容改掉再公开。"),
    )

    def arrange(self) -> None:
        self.initial.setdefault("published_text", self.matter.published_text or text_to_publish(self.matter))


FORMS: dict[str, type[MoveForm]] = {
    "accept": Accept,
    "return_for_rewriting": ReturnForRewriting,
    "convert": Convert,
    "merge": Merge,
    "hand_over": HandOver,
    "rehandle": Rehandle,
    "mark_key": MarkKey,
    "publish_reply": PublishReply,
}
