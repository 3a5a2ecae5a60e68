"""Forms of moves that domains share: those that hand their inputs to a service as they are, and more time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import lines, number, one_of
from guantong.deadlines.rules import from_json
from guantong.matters.actions import MoveForm
from guantong.matters.models import Clock, Matter
from guantong.matters.widgets import ListedInput


def body_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    """The name of a body, typed or chosen from those that the form puts on offer in `arrange`."""
    return forms.CharField(
        label=label,
        max_length=80,
        required=required,
        widget=ListedInput,
        help_text=help_text or _("输入名称中的几个字，从列表中选择。"),
        error_messages={"required": _("请填写%(what)s。") % {"what": label}},
    )


class ServiceForm(MoveForm):
    """A move whose inputs are just what its service takes; without fields, a move that needs nothing."""

    service: Any = None
    """Takes the matter under the last word of its kind's code: `project` for a `station_project`."""

    def inputs(self) -> dict[str, Any]:
        """What goes to the service, by the names of its parameters."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def act(self) -> Matter:
        return type(self).service(  # type: ignore[no-any-return]  # each service names its own signature
            **{self.matter.kind.rsplit("_")[-1]: self.matter},
            actor=self.actor,
            seen_version=self.seen_version,
            **self.inputs(),
        )


class NoteForm(ServiceForm):
    """A move that needs nothing, with room for a note."""

    reason = lines(_("说明"), 500, required=False, rows=2)


class ReasonForm(ServiceForm):
    """A move that must be explained."""

    reason = lines(_("原因"), 500, rows=3)


class ExtendForm(ServiceForm):
    """More time for whoever handles, of a clock that may be extended and within what its rule allows."""

    clock = one_of(_("时限"), ())
    amount = number(_("延长"), 1, 999)
    reason = lines(_("延期原因"), 500, rows=3)

    def arrange(self) -> None:
        running = self.matter.clocks.filter(ended_at__isnull=True)
        choices = [(clock.code, words) for clock in running if (words := _what_is_left(clock))]
        self.choices("clock", choices)
        if len(choices) == 1:
            self.initial.setdefault("clock", choices[0][0])
        self.fields["amount"].help_text = choices[0][1] if choices else gettext("没有可以延长的时限。")


def _what_is_left(clock: Clock) -> str:
    """The clock's name and how much it can still be extended; empty for one that cannot."""
    rule = from_json(clock.rule)
    if (left := (rule.extension_cap or 0) - clock.extension) <= 0:
        return ""
    cap = gettext("最多还可延长%(left)s%(unit)s") % {"left": left, "unit": gettext(rule.unit.label)}
    return f"{gettext(rule.name)}（{cap}）"
