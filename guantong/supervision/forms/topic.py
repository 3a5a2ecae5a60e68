"""Proposing a topic, and the form of every move of one."""

from __future__ import annotations

from typing import Any

import uuid6
from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import CHOOSE, line, lines, number, refuse
from guantong.base.now import local_day, today
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter
from guantong.matters.move_forms import ReasonForm, ServiceForm
from guantong.matters.selectors import visible
from guantong.regions.models import Organisation, Region
from guantong.supervision import services
from guantong.supervision.models import Form, SupervisionTopic, TopicSource
from guantong.supervision.rules import MOST_POINTS, criteria_of
from guantong.supervision.selectors import topics_for, units_of


class ProposeForm(forms.Form):
    """A topic to come."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)
    title = line(_("选题"), 120)
    year = number(_("年度"), 2000, 2099)
    source = forms.ChoiceField(
        label=_("来源"), choices=TopicSource.choices, error_messages={"required": _("请选择来源。"), **CHOOSE}
    )
    form = forms.ChoiceField(
        label=_("监督方式"), choices=Form.choices, error_messages={"required": _("请选择监督方式。"), **CHOOSE}
    )
    unit = forms.ModelChoiceField(
        label=_("监督对象"), queryset=Organisation.objects.none(), required=False, empty_label=_("尚未确定"),
        error_messages=CHOOSE,
    )  # fmt: skip
    grounds = lines(_("选题理由"), 2000, help_text=_("写明反映了什么问题、有多少件、涉及多少人。"))
    rests_on = lines(
        _("依据的事项"), 3000, required=False, rows=3, help_text=_("填写意见、建议或问题的编号，一行一个。")
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.initial.setdefault("year", today().year + 1)
        unit = self.fields["unit"]
        if isinstance(unit, forms.ModelChoiceField):
            unit.queryset = units_of(actor.region_code)

    def clean_rests_on(self) -> list[Matter]:
        """The records with these numbers, among those that the actor sees."""
        numbers = [number for line in self.cleaned_data["rests_on"].splitlines() if (number := line.strip())]
        found = {row.number: row for row in visible(self.actor).filter(number__in=numbers)}
        if missing := [number for number in numbers if number not in found]:
            raise forms.ValidationError(_("没有这些编号的事项：%(numbers)s。") % {"numbers": "、".join(missing)})
        return list(found.values())

    def open(self) -> SupervisionTopic:
        """Propose it; refusals pass through."""
        data = self.cleaned_data
        return services.propose_topic(
            region=Region.objects.get(pk=self.actor.region_code),
            actor=self.actor,
            **{
                **data,
                "source": TopicSource(data["source"]),
                "form": Form(data["form"]),
            },
        )

    refuse = refuse


class ScoreForm(ServiceForm):
    """Points for each criterion of the county."""

    service = staticmethod(services.score_topic)

    def arrange(self) -> None:
        self.criteria = criteria_of(self.matter.region_id, on=local_day(self.matter.opened_at))
        mine = self.matter.scores.filter(scorer_id=self.actor.person_id)
        given = dict(mine.values_list("criterion", "points"))
        for one in self.criteria:
            label = _("%(name)s（权重%(weight)s）") % {"name": one["name"], "weight": one["weight"]}
            name = f"points_{one['code']}"
            self.fields[name] = number(label, 0, MOST_POINTS)
            self.initial.setdefault(name, given.get(one["code"]))

    def inputs(self) -> dict[str, Any]:
        return {"points": {one["code"]: self.cleaned_data[f"points_{one['code']}"] for one in self.criteria}}


class Merge(ServiceForm):
    service, grave = staticmethod(services.merge_topic), True
    target = forms.ModelChoiceField(
        label=_("并入哪一项"),
        queryset=SupervisionTopic.objects.none(),
        error_messages={"required": _("请选择并入哪一项。"), **CHOOSE},
    )

    def arrange(self) -> None:
        field: Any = self.fields["target"]
        others = topics_for(self.actor).filter(state="proposed", year=self.matter.year)
        field.queryset = others.filter(region_id=self.matter.region_id).exclude(pk=self.matter.pk)


class Plan(ServiceForm):
    service = staticmethod(services.plan_topic)
    reason = lines(_("主任会议研究情况"), 500, rows=3, help_text=_("第几次主任会议、哪一天、怎样决定。"))


class Decline(ReasonForm):
    service, grave = staticmethod(services.decline_topic), True


class Drop(ReasonForm):
    service, grave = staticmethod(services.drop_topic), True


class Publish(ServiceForm):
    service, grave = staticmethod(services.publish_topic), True


class Begin(ServiceForm):
    service = staticmethod(services.begin_topic)


class Conclude(ServiceForm):
    service, grave = staticmethod(services.conclude_topic), True
    reason = lines(_("完成情况"), 1000)


TOPIC_FORMS: dict[str, type[MoveForm]] = {
    "score": ScoreForm,
    "merge": Merge,
    "plan": Plan,
    "decline": Decline,
    "publish": Publish,
    "begin": Begin,
    "drop": Drop,
    "conclude": Conclude,
}
