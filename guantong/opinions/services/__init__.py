"""Every write to an opinion or to a printed code."""

from guantong.opinions.services.asking import confirm_opinion, erase_contact, reopen_opinion, withdraw_opinion
from guantong.opinions.services.codes import make_code, withdraw_code
from guantong.opinions.services.contact import Contact, view_contact
from guantong.opinions.services.desk import (
    accept_opinion,
    assign_opinion,
    close_opinion,
    decline_opinion,
    extend_opinion,
    leave_to_deputy,
    merge_opinion,
    return_close,
    route_out_opinion,
    triage_opinion,
)
from guantong.opinions.services.handling import answer_opinion, hand_back_opinion, propose_close
from guantong.opinions.services.slips import Slip, reprint_slip
from guantong.opinions.services.speaking import record_opinion, submit_opinion
from guantong.opinions.services.spoken import Spoken

__all__ = [
    "Contact",
    "Slip",
    "Spoken",
    "accept_opinion",
    "answer_opinion",
    "assign_opinion",
    "close_opinion",
    "confirm_opinion",
    "decline_opinion",
    "erase_contact",
    "extend_opinion",
    "hand_back_opinion",
    "leave_to_deputy",
    "make_code",
    "merge_opinion",
    "propose_close",
    "record_opinion",
    "reopen_opinion",
    "reprint_slip",
    "return_close",
    "route_out_opinion",
    "submit_opinion",
    "triage_opinion",
    "view_contact",
    "withdraw_code",
    "withdraw_opinion",
]
