"""The forms of the moves of an activity before it is held, of its visits and of a practical deed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import line, lines, moment, number
from guantong.base.now import CHINA, now
from guantong.base.refusals import NotAllowed
from guantong.deputies import services
from guantong.deputies.models import Deputy, Visit
from guantong.deputies.selectors import deputy_of, expected_at
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter
from guantong.matters.move_forms import ServiceForm

MOST_PERSON_TIMES = 200
LONGEST_NAME = 40


def here_and_now() -> Any:
    """This minute in China, as a form begins with it."""
    return now().astimezone(CHINA).replace(second=0, microsecond=0)


def own_row(actor: Actor) -> Deputy:
    """The deputy that the actor is. Raises NotAllowed for an account that no deputy is entered with."""
    if (deputy := deputy_of(actor)) is None:
        raise NotAllowed(gettext("您的账号还没有对应的代表，请联系县人大代表工委。"))
    return deputy


class SignUp(MoveForm):
    """That a deputy takes part, said by themself."""

    def act(self) -> Matter:
        deputy = own_row(self.actor)
        return services.sign_up(activity=self.matter, deputy=deputy, actor=self.actor, seen_version=self.seen_version)


class AskLeave(MoveForm):
    """That a deputy cannot come, said by themself."""

    reason = lines(_("请假原因"), 200, rows=3)

    def act(self) -> Matter:
        return services.ask_leave(
            activity=self.matter,
            deputy=own_row(self.actor),
            reason=self.cleaned_data["reason"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class Cancel(ServiceForm):
    """Calling an activity off."""

    service, grave = staticmethod(services.cancel_activity), True
    reason = lines(_("取消原因"), 500, rows=3)


class LogVisit(MoveForm):
    """One visit made in the course of an activity."""

    household = line(_("走访对象"), 60, help_text=_("写联络站名册上的称呼，例如“三组第5户”，不要写村民姓名。"))
    person_times = number(_("人次"), 1, MOST_PERSON_TIMES, help_text=_("这次与几个人谈过，就是几人次。"))
    visited_at = moment(_("走访时间"))
    deputy = forms.ModelChoiceField(
        label=_("走访代表"),
        queryset=Deputy.objects.none(),
        required=False,
        empty_label=_("不指定"),
        error_messages={"invalid_choice": _("请从列表中选择。")},
    )
    notes = lines(_("走访情况"), 500, required=False, rows=3)

    def arrange(self) -> None:
        self.initial.setdefault("visited_at", self.matter.held_at or here_and_now())
        expected = [deputy.pk for deputy in expected_at(self.matter)]
        field: Any = self.fields["deputy"]
        field.queryset = Deputy.objects.filter(pk__in=expected)

    def act(self) -> Matter:
        data = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return services.log_visit(activity=self.matter, actor=self.actor, **data).activity


class StrikeVisit(MoveForm):
    """Taking a visit that was logged wrongly out of the count."""

    grave = True
    visit = forms.ModelChoiceField(
        label=_("走访记录"),
        queryset=Visit.objects.none(),
        error_messages={"required": _("请选择走访记录。"), "invalid_choice": _("请从列表中选择。")},
    )
    reason = lines(_("作废原因"), 500, rows=3, help_text=_("作废的记录仍可查看，但不再计入人次。"))

    def arrange(self) -> None:
        field: Any = self.fields["visit"]
        field.queryset = self.matter.visits.filter(struck_at__isnull=True).order_by("-visited_at", "-pk")
        field.label_from_instance = _visit_named

    def act(self) -> Matter:
        struck = services.strike_visit(
            activity=self.matter,
            visit=self.cleaned_data["visit"],
            reason=self.cleaned_data["reason"],
            actor=self.actor,
            seen_version=self.seen_version,
        )
        return struck.activity


def _visit_named(visit: Visit) -> str:
    when = visit.visited_at.astimezone(CHINA)
    return _("%(when)s %(household)s（%(n)s人次）") % {
        "when": f"{when:%m-%d %H:%M}",
        "household": visit.household,
        "n": visit.person_times,
    }


class Do(ServiceForm):
    """That a deed is done."""

    service = staticmethod(services.do_deed)
    done_at = moment(_("办成时间"))
    notes = lines(_("办成情况"), 1000, required=False)

    def arrange(self) -> None:
        self.initial.setdefault("done_at", here_and_now())


class Check(ServiceForm):
    """Bearing a deed out."""

    service = staticmethod(services.check_deed)


class Dispute(ServiceForm):
    """Sending a deed back that is not done."""

    service = staticmethod(services.dispute_deed)
    reason = lines(_("未通过的原因"), 500, rows=3, help_text=_("退回后不再计入办成件数，办好后可以重新登记。"))


class Drop(ServiceForm):
    """Giving a deed up."""

    service, grave = staticmethod(services.drop_deed), True
    reason = lines(_("终止原因"), 500, rows=3)


ACTIVITY_FORMS = {
    "sign_up": SignUp,
    "ask_leave": AskLeave,
    "cancel": Cancel,
    "log_visit": LogVisit,
    "strike_visit": StrikeVisit,
}
DEED_FORMS = {"do": Do, "check": Check, "dispute": Dispute, "drop": Drop}
