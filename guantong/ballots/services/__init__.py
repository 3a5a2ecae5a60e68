"""Every write to a ballot, its roll, its box and its papers."""

from guantong.ballots.services.casting import Cast, cast_vote
from guantong.ballots.services.counting import count_ballot, publish_ballot
from guantong.ballots.services.drafting import cancel_ballot, draft_ballot, draft_second_ballot, freeze_ballot
from guantong.ballots.services.opening import open_ballot
from guantong.ballots.services.roll import check_in, end_slip, hand_out_paper, print_slips
from guantong.ballots.services.tellers import close_ballot, enter_paper_ballots

__all__ = [
    "Cast",
    "cancel_ballot",
    "cast_vote",
    "check_in",
    "close_ballot",
    "count_ballot",
    "draft_ballot",
    "draft_second_ballot",
    "end_slip",
    "enter_paper_ballots",
    "freeze_ballot",
    "hand_out_paper",
    "open_ballot",
    "print_slips",
    "publish_ballot",
]
