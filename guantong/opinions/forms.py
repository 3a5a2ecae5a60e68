"""The form of every move of an opinion, each leading to its service."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import grade, line, lines, one_of
from guantong.base.refusals import BadInput
from guantong.matters.duplicates import duplicates_of
from guantong.matters.likely_bodies import likely_bodies
from guantong.matters.models import Matter
from guantong.matters.move_forms import ExtendForm, NoteForm, ReasonForm, ServiceForm, body_field
from guantong.opinions import services
from guantong.opinions.handlers import KINDS, bodies, kinds_for
from guantong.opinions.models import Destination, Opinion, Outcome, Track
from guantong.opinions.receipts import tidy
from guantong.opinions.routing_notices import STANDARD, notice_for
from guantong.regions.naming import body_named

LONG = 2000
OUTCOMES = [choice for choice in Outcome.choices if choice[0]]
DESTINATIONS = [choice for choice in Destination.choices if choice[0]]


class ReasonToldForm(ReasonForm):
    """A move that must be explained to whoever asked."""

    reason = lines(_("原因"), LONG, help_text=_("会记入台账，当事人可以看到。"))


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
    reason = lines(_("说明"), LONG, required=False, rows=2, help_text=_("请写明当事人何时、以何种方式要求撤回。"))


class Decline(ReasonToldForm):
    service = staticmethod(services.decline_opinion)
    grave = True


class ReturnClose(ReasonToldForm):
    service = staticmethod(services.return_close)


class Reopen(ReasonToldForm):
    service = staticmethod(services.reopen_opinion)


class TriageForm(NoteForm):
    """Putting a request on one of the three speeds of 民情速办."""

    service = staticmethod(services.triage_opinion)
    track = Track.NONE

    def inputs(self) -> dict[str, Any]:
        return {**super().inputs(), "track": self.track}


class TriageFast(TriageForm):
    track = Track.FAST


class TriageLimited(TriageForm):
    track = Track.LIMITED


class TriageSupervised(TriageForm):
    track = Track.SUPERVISED


class AssignForm(ServiceForm):
    """Handing an opinion to a body of the county."""

    service = staticmethod(services.assign_opinion)
    holder = body_field(_("承办单位"))
    reason = lines(_("交办说明"), LONG, required=False, rows=2)
    move = ""

    def arrange(self) -> None:
        self.among = bodies(self.matter.region_id, kinds_for(self.move))
        self.likely = likely_bodies(self.matter, self.among)
        options = [(body.name, body.get_kind_display()) for body in self.among]
        self.fields["holder"].widget.options = options

    def inputs(self) -> dict[str, Any]:
        return {**super().inputs(), "holder": body_named(self.cleaned_data["holder"], self.among)}


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


class Merge(ServiceForm):
    """Merging a duplicate into the opinion that goes on: one of those offered, or one found by its number."""

    service, grave = staticmethod(services.merge_opinion), True
    target = one_of(_("可能是同一件事"), (), required=False)
    number = line(_("或者填写编号、回执号"), 60, required=False, help_text=_("例如：乐业人意〔2025〕12号。"))
    EITHER = _("二选一")
    reason = lines(_("说明"), LONG, required=False, rows=2)

    def arrange(self) -> None:
        near = duplicates_of(self.matter, actor=self.actor)
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

    def inputs(self) -> dict[str, Any]:
        return {"target": self._target(), "reason": self.cleaned_data["reason"]}


class RouteOut(ServiceForm):
    """Telling the person where a petition, lawsuit or report of a crime goes."""

    service, grave = staticmethod(services.route_out_opinion), True
    routed_to = one_of(_("转往"), DESTINATIONS)
    reason = lines(_("告知当事人的话"), LONG, required=False, rows=5)

    def arrange(self) -> None:
        standard = (f"{Destination(to).label}：{said}" for to, said in STANDARD.items())
        lead = gettext("留空，就按所选去向使用下面的标准告知语；填写了，就只用填写的话。")
        self.fields["reason"].help_text = "\n".join([lead, *standard])

    def inputs(self) -> dict[str, Any]:
        destination = Destination(self.cleaned_data["routed_to"])
        return {"destination": destination, "reason": notice_for(destination, self.cleaned_data["reason"])}


class Answer(ServiceForm):
    """The answer, and what came of it."""

    service = staticmethod(services.answer_opinion)
    answer = lines(_("答复内容"), LONG, rows=6, help_text=_("写明核查情况、采取的措施和结果，提出人会看到。"))
    outcome = one_of(_("办理结果"), OUTCOMES)

    def inputs(self) -> dict[str, Any]:
        return {**super().inputs(), "outcome": Outcome(self.cleaned_data["outcome"])}


class HandBack(ServiceForm):
    """Giving an opinion back as not one's own."""

    service = staticmethod(services.hand_back_opinion)
    reason = lines(_("退回原因"), LONG, help_text=_("写明依据哪一项职责不属于本单位。"))
    next_body = body_field(_("建议承办单位"))

    def arrange(self) -> None:
        among = [b for b in bodies(self.matter.region_id, KINDS) if b.pk != self.actor.organisation_id]
        self.fields["next_body"].widget.options = [(b.name, b.get_kind_display()) for b in among]


class Extend(ExtendForm):
    service = staticmethod(services.extend_opinion)


class Confirm(ServiceForm):
    """What the person who asked said on the phone: process and result rated apart."""

    service = staticmethod(services.confirm_opinion)
    rated_process = grade(_("对办理过程的评价"))
    rated_result = grade(_("对办理结果的评价"))
    reason = lines(_("通话记录"), LONG, required=False, rows=2, help_text=_("何时联系、当事人怎么说。"))


class EraseContact(ServiceForm):
    """Deleting name and phone at the person's wish."""

    service, grave = staticmethod(services.erase_contact), True


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
