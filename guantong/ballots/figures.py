"""What is counted of ballots: that somebody voted, never how."""

from guantong.ballots.models import RollEntry
from guantong.figures.by_subject import DEPUTY
from guantong.figures.definitions import Definition
from guantong.kernel.indicator import Indicator

VOTES_CAST = Definition(
    Indicator(
        "ballot_votes_cast",
        "参加表决人次",
        "人次",
        "统计期内公布结果的无记名表决中，投票或领取纸质票的人次，按公布日期计；只计参加，不涉及怎样投票。",
    ),
    lambda: RollEntry.objects.filter(ballot__state="published").exclude(voted=False, on_paper=False),
    moment="ballot__closed_at",
    place="ballot__place_id",
    matter="ballot_id",
    by={DEPUTY: "deputy_id"},
)

FIGURES = (VOTES_CAST,)
