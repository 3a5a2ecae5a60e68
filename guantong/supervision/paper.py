"""The deliberation opinion as an official document 审议意见书, its problem list attached (GB/T 9704-2012)."""

from __future__ import annotations

from guantong.base.now import local_day
from guantong.documents.content import Form, Frame
from guantong.documents.kinds.opinion_paper import OpinionPaper, opinion_paper
from guantong.documents.kinds.problem_list import Problem as Row
from guantong.documents.packing import MEDIA_TYPE
from guantong.kernel.procedure import State
from guantong.matters.fingerprint import fingerprint_of
from guantong.regions.models import Organisation, OrganisationKind
from guantong.supervision.models import DeliberationOpinion, Problem
from guantong.supervision.procedures import PROBLEM
from guantong.supervision.selectors import problems_of

__all__ = ["MEDIA_TYPE", "paper_of"]


def paper_of(opinion: DeliberationOpinion) -> bytes:
    """The paper as .docx, as its record stands now, in Chinese whatever language its reader chose.

    Issued by the county's standing committee on the day of handing over; a draft bears the day of the meeting.
    """
    committee = Organisation.objects.filter(region_id=opinion.region_id, kind=OrganisationKind.STANDING_COMMITTEE)
    issuer = committee.values_list("name", flat=True).first() or f"{opinion.region.name}人民代表大会常务委员会"
    day = local_day(opinion.handed_over_at) if opinion.handed_over_at else opinion.deliberated_on
    frame = Frame(
        issuer=issuer,
        day=day,
        form=Form.RED_HEAD,
        number=opinion.number or "",
        to=(opinion.unit.name,),
        fingerprint=fingerprint_of(opinion),
    )
    rows = tuple(_row(problem, PROBLEM.by_state[problem.state]) for problem in problems_of(opinion))
    meeting = f"{opinion.meeting}审议"
    return opinion_paper(
        OpinionPaper(frame=frame, title=opinion.title, text=opinion.body, meeting=meeting, problems=rows)
    )


def _row(problem: Problem, state: State) -> Row:
    return Row(
        text=problem.body,
        unit=problem.unit.name,
        measures=problem.measure,
        due=problem.measure_by or "",
        state=state.label,
    )
