"""The form of every move of an opinion, each leading to its service."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.refusals import BadInput
from guantong.deadlines.rules import from_json
from guantong.matters.actions import MoveForm
from guantong.matters.likely_bodies import likely_bodies
from guantong.matters.models import Matter
from guantong.matters.search import likely_duplicates
from guantong.matters.widgets import ListedInput
from guantong.opinions import services
from guantong.opinions.handlers import KINDS, bodies, kinds_for
from guantong.opinions.models import Destination, Grade, Opinion, Outcome, Track
from guantong.opinions.receipts import tidy
from guantong.opinions.routing_notices import STANDARD, notice_for
from guantong.regions.naming import body_named

LONG = 2000
OUTCOMES = [choice for choice in Outcome.choices if choice[0]]
BEST_FIRST = list(reversed(Grade.choices))
DESTINATIONS = [choice for choice in Destination.choices if choice[0]]


def words(label: Any, *, required: bool = True, rows: int = 4, help_text: Any = "") -> forms.CharField:
    """A field for some lines of text."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONG,
        help_text=help_text,
        widget=forms.Textarea({"rows": rows}),
        error_messages={"required": _("请填写%(what)s。") % {"what": label}},
    )


def one_of(label: Any, choices: Any, *, required: bool = True) -> forms.ChoiceField:
    """A field for one of a few choices, all in sight."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=required,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择%(what)s。") % {"what": label}},
    )


class NoteForm(MoveForm):
    """A move that needs nothing, with room for a note."""

    reason = words(_("说明"), required=False, rows=2)
    service: Any = None

    def act(self) -> Matter:
        return type(self).service(  # type: ignore[no-any-return]  # each service names its own signature
            opinion=self.matter,
            actor=self.actor,
            reason=self.cleaned_data["reason"],
            seen_version=self.seen_version,
        )


class ReasonForm(NoteForm):
    """A move that must be explained."""

    reason = words(_("原因"), help_text=_("会记入台账，当事人可以看到。"))


class Accept(NoteForm):
    service = staticmethod(services.accept_opinion)


class ProposeClose(NoteForm):
    service = staticmethod(services.propose_close)


class Close(NoteForm):
    service = staticmethod(services.close_opinion)
    grave = True


class Withdraw(NoteForm):
    service = staticmethod(services.withdraw_opinion)
    grave = True
    reason = words(_("说明"), required=False, rows=2, help_text=_("请写明当事人何时、以何种方式要求撤回。"))


class Decline(ReasonForm):
    service = staticmethod(services.decline_opinion)
    grave = True


class ReturnClose(ReasonForm):
    service = staticmethod(services.return_close)


class Reopen(ReasonForm):
    service = staticmethod(services.reopen_opinion)


class TriageForm(NoteForm):
    """Putting a request on one of the three speeds of 民情速办."""

    track = Track.NONE

    def act(self) -> Matter:
        return services.triage_opinion(
            opinion=self.matter,
            track=self.track,
            actor=self.actor,
            reason=self.cleaned_data["reason"],
            seen_version=self.seen_version,
        )


class TriageFast(TriageForm):
    track = Track.FAST


class TriageLimited(TriageForm):
    track = Track.LIMITED


class TriageSupervised(TriageForm):
    track = Track.SUPERVISED


class AssignForm(MoveForm):
    """Handing an opinion to a body of the county."""

    holder = forms.CharField(
        label=_("承办单位"),
        max_length=80,
        widget=ListedInput,
        help_text=_("输入名称中的几个字，从列表中选择。"),
        error_messages={"required": _("请选择承办单位。")},
    )
    reason = words(_("交办说明"), required=False, rows=2)
    move = ""

    def arrange(self) -> None:
        self.among = bodies(self.matter.region_id, kinds_for(self.move))
        self.likely = likely_bodies(self.matter, self.among)
        options = [(body.name, body.get_kind_display()) for body in self.among]
        self.fields["holder"].widget.options = options

    def act(self) -> Matter:
        return services.assign_opinion(
            opinion=self.matter,
            holder=body_named(self.cleaned_data["holder"], self.among),
            actor=self.actor,
            reason=self.cleaned_data["reason"],
            seen_version=self.seen_version,
        )


class AssignStation(AssignForm):
    move = "assign_station"


class AssignTownship(AssignForm):
    move = "assign_township"


class AssignDepartment(AssignForm):
    move = "assign_department"


class Dispatch(AssignForm):
    move = "dispatch"


def _offered(other: Matter, likeness: int) -> str:
    names = {"title": other.title, "number": other.number or other.place.name, "n": likeness}
    return gettext("%(title)s（%(number)s，相似度%(n)s%%）") % names


class Merge(MoveForm):
    """Merging a duplicate into the opinion that goes on: one of those offered, or one found by its number."""

    grave = True
    target = one_of(_("可能是同一件事"), (), required=False)
    number = forms.CharField(
        label=_("或者填写编号、回执号"), max_length=60, required=False, help_text=_("例如：乐业人意〔2025〕12号。")
    )
    EITHER = _("二选一")
    reason = words(_("说明"), required=False, rows=2)

    def arrange(self) -> None:
        near = likely_duplicates(self.matter, actor=self.actor)
        choices = [(str(other.pk), _offered(other, likeness)) for other, likeness in near]
        number: Any = self.fields["number"]
        if choices:
            self.choices("target", choices)
            target: Any = self.fields["target"]
            target.need = number.need = self.EITHER
        else:
            del self.fields["target"]
            number.label = gettext("并入哪一件：编号或回执号")
            number.required = True
            number.error_messages["required"] = gettext("请填写要并入的意见的编号或回执号。")

    def _target(self) -> Opinion:
        chosen, number = self.cleaned_data.get("target"), self.cleaned_data["number"].strip()
        if bool(chosen) == bool(number):
            raise BadInput({"number": gettext("请选择一件，或者填写它的编号或回执号。")})
        rows = Opinion.objects.filter(region_id=self.matter.region_id)
        by_number = rows.filter(number=number) | rows.filter(receipt=tidy(number))
        found = rows.filter(pk=chosen).first() if chosen else by_number.first()
        if found is None:
            raise BadInput({"number": gettext("本县没有这个编号或回执号的意见，请核对。")})
        return found

    def act(self) -> Matter:
        return services.merge_opinion(
            opinion=self.matter,
            target=self._target(),
            actor=self.actor,
            reason=self.cleaned_data["reason"],
            seen_version=self.seen_version,
        )


class RouteOut(MoveForm):
    """Telling the person where a petition, lawsuit or report of a crime goes."""

    grave = True
    routed_to = one_of(_("转往"), DESTINATIONS)
    reason = words(
        _("告知当事人的话"),
        required=False,
        rows=5,
    )

    def arrange(self) -> None:
        standard = (f"{Destination(to).label}：{said}" for to, said in STANDARD.items())
        lead = gettext("留空，就按所选去向使用下面的标准告知语；填写了，就只用填写的话。")
        self.fields["reason"].help_text = "\n".join([lead, *standard])

    def act(self) -> Matter:
        destination = Destination(self.cleaned_data["routed_to"])
        return services.route_out_opinion(
            opinion=self.matter,
            destination=destination,
            reason=notice_for(destination, self.cleaned_data["reason"]),
            actor=self.actor,
            seen_version=self.seen_version,
        )


class Answer(MoveForm):
    """The answer, and what came of it."""

    answer = words(_("答复内容"), rows=6, help_text=_("写明核查情况、采取的措施和结果，提出人会看到。"))
    outcome = one_of(_("办理结果"), OUTCOMES)

    def act(self) -> Matter:
        return services.answer_opinion(
            opinion=self.matter,
            answer=self.cleaned_data["answer"],
            outcome=Outcome(self.cleaned_data["outcome"]),
            actor=self.actor,
            seen_version=self.seen_version,
        )


class HandBack(MoveForm):
    """Giving an opinion back as not one's own."""

    reason = words(_("退回原因"), help_text=_("写明依据哪一项职责不属于本单位。"))
    next_body = forms.CharField(
        label=_("建议承办单位"),
        max_length=80,
        widget=ListedInput,
        error_messages={"required": _("请填写建议承办单位。")},
    )

    def arrange(self) -> None:
        among = [b for b in bodies(self.matter.region_id, KINDS) if b.pk != self.actor.organisation_id]
        self.fields["next_body"].widget.options = [(b.name, b.get_kind_display()) for b in among]

    def act(self) -> Matter:
        return services.hand_back_opinion(
            opinion=self.matter,
            reason=self.cleaned_data["reason"],
            next_body=self.cleaned_data["next_body"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class Extend(MoveForm):
    """Giving the body that handles more time."""

    clock = one_of(_("时限"), ())
    amount = forms.IntegerField(
        label=_("延长"),
        min_value=1,
        max_value=999,
        error_messages={"required": _("请填写要延长多少。"), "invalid": _("请填写整数。")},
    )
    reason = words(_("延期原因"))

    def arrange(self) -> None:
        running = [(clock, from_json(clock.rule)) for clock in self.matter.clocks.filter(ended_at__isnull=True)]
        choices = []
        for clock, rule in running:
            if (left := (rule.extension_cap or 0) - clock.extension) > 0:
                cap = gettext("最多还可延长%(left)s%(unit)s") % {"left": left, "unit": gettext(rule.unit.label)}
                choices.append((clock.code, f"{gettext(rule.name)}（{cap}）"))
        self.choices("clock", choices)
        if len(choices) == 1:
            self.initial.setdefault("clock", choices[0][0])
        self.fields["amount"].help_text = choices[0][1] if choices else gettext("没有可以延长的时限。")

    def act(self) -> Matter:
        return services.extend_opinion(
            opinion=self.matter,
            clock=self.cleaned_data["clock"],
            amount=self.cleaned_data["amount"],
            reason=self.cleaned_data["reason"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class Confirm(MoveForm):
    """What the person who asked said on the phone: process and result rated apart."""

    rated_process = one_of(_("对办理过程的评价"), BEST_FIRST)
    rated_result = one_of(_("对办理结果的评价"), BEST_FIRST)
    reason = words(_("通话记录"), required=False, rows=2, help_text=_("何时联系、当事人怎么说。"))

    def act(self) -> Matter:
        return services.confirm_opinion(
            opinion=self.matter,
            rated_process=Grade(int(self.cleaned_data["rated_process"])),
            rated_result=Grade(int(self.cleaned_data["rated_result"])),
            reason=self.cleaned_data["reason"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


class EraseContact(MoveForm):
    """Deleting name and phone at the person's wish."""

    grave = True

    def act(self) -> Matter:
        return services.erase_contact(opinion=self.matter, actor=self.actor, seen_version=self.seen_version)


FORMS = {
    "accept": Accept,
    "triage_fast": TriageFast,
    "triage_limited": TriageLimited,
    "triage_supervised": TriageSupervised,
    "merge": Merge,
    "route_out": RouteOut,
    "decline": Decline,
    "assign_station": AssignStation,
    "assign_township": AssignTownship,
    "assign_department": AssignDepartment,
    "dispatch": Dispatch,
    "answer_now": Answer,
    "hand_back": HandBack,
    "extend": Extend,
    "answer": Answer,
    "propose_close": ProposeClose,
    "close": Close,
    "return_close": ReturnClose,
    "confirm": Confirm,
    "reopen": Reopen,
    "withdraw": Withdraw,
    "erase_contact": EraseContact,
}
"""Transition → form: every move of the procedure that a person makes after the opening."""
