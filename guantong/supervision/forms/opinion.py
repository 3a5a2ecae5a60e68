"""Compiling a deliberation opinion, and the form of every move of one."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import CHOOSE, day, line, lines, refuse
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import ExtendForm, NoteForm, ReasonForm, ServiceForm
from guantong.regions.models import Organisation, Region
from guantong.supervision import services
from guantong.supervision.models import DeliberationOpinion, SupervisionTopic
from guantong.supervision.selectors import topics_for, units_of
from guantong.supervision.services.publishing import text_to_publish

BODY_LIMIT = 10_000


def _words() -> Any:
    return lines(_("审议意见"), BODY_LIMIT, rows=12, help_text=_("一段写一行；问题清单按段落列出。"))


class CompileForm(forms.Form):
    """A deliberation opinion to come."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    title = line(_("标题"), 120, help_text=_("例如：关于2024年度县级预算执行审计整改情况报告的审议意见"))
    meeting = line(_("审议会议"), 80, help_text=_("例如：县第十七届人大常委会第三十次会议"))
    deliberated_on = day(_("审议日期"))
    unit = forms.ModelChoiceField(
        label=_("交由哪个单位研究处理"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _("请选择研究处理的单位。"), **CHOOSE},
    )
    topic = forms.ModelChoiceField(
        label=_("监督选题"), queryset=SupervisionTopic.objects.none(), required=False,
        empty_label=_("不在年度计划内"), error_messages=CHOOSE,
    )  # fmt: skip
    body = _words()

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        unit, topic = self.fields["unit"], self.fields["topic"]
        if isinstance(unit, forms.ModelChoiceField):
            unit.queryset = units_of(actor.region_code)
        if isinstance(topic, forms.ModelChoiceField):
            running = topics_for(actor).filter(state__in=("planned", "under_way"), region_id=actor.region_code)
            topic.queryset = running

    def open(self) -> DeliberationOpinion:
        """Compile it; refusals pass through."""
        region = Region.objects.get(pk=self.actor.region_code)
        return services.compile_opinion(region=region, actor=self.actor, **self.cleaned_data)

    refuse = refuse


class Revise(ServiceForm):
    """Other words for a draft."""

    service = staticmethod(services.revise_opinion)
    title = line(_("标题"), 120)
    body = _words()

    def arrange(self) -> None:
        for name in ("title", "body"):
            self.initial.setdefault(name, getattr(self.matter, name))


class Approve(NoteForm):
    service = staticmethod(services.approve_opinion)


class Discard(ReasonForm):
    service, grave = staticmethod(services.discard_opinion), True


class HandOver(NoteForm):
    service, grave = staticmethod(services.hand_over_opinion), True


class SubmitPlan(ServiceForm):
    service = staticmethod(services.submit_plan)
    plan = lines(_("整改方案"), 5000, rows=8, help_text=_("每个问题的措施和日期在问题页面填写，这里写总的安排。"))


class Rework(SubmitPlan):
    service = staticmethod(services.rework_opinion)


class Extend(ExtendForm):
    service = staticmethod(services.extend_opinion)


class Report(ServiceForm):
    service = staticmethod(services.report_handling)
    report = lines(_("研究处理情况报告"), 20_000, rows=14)

    def arrange(self) -> None:
        self.initial.setdefault("report", self.matter.report)


class ReturnReport(ReasonForm):
    service = staticmethod(services.return_report)


class Resume(ReasonForm):
    service = staticmethod(services.resume_opinion)


class Close(NoteForm):
    service, grave = staticmethod(services.close_opinion), True


class Publish(ServiceForm):
    """What everybody will read: offered with the personal data masked already."""

    service, grave = staticmethod(services.publish_opinion), True
    published_text = lines(
        _("公开内容"),
        30_000,
        rows=16,
        help_text=_("电话、证件号、银行卡号、车牌和能认出的姓名已经遮盖。请通读一遍，把还能认出个人的内容改掉再公开。"),
    )

    def arrange(self) -> None:
        self.initial.setdefault("published_text", self.matter.published_text or text_to_publish(self.matter))


OPINION_FORMS: dict[str, type[MoveForm]] = {
    "revise": Revise,
    "approve": Approve,
    "discard": Discard,
    "hand_over": HandOver,
    "submit_plan": SubmitPlan,
    "rework": Rework,
    "extend": Extend,
    "report": Report,
    "return_report": ReturnReport,
    "resume": Resume,
    "close": Close,
    "publish": Publish,
}
"""The forms of `call_vote` and `vote` come from handoffs: supervision knows no ballots."""
