"""Every write to an activity, a visit, a deed, a lasting link, a station's project, its rota or its rooms."""

from guantong.deputies.services.activities import (
    ask_leave,
    cancel_activity,
    hold_activity,
    note_leave,
    plan_activity,
    sign_up,
)
from guantong.deputies.services.check_ins import check_in, close_check_in, open_check_in
from guantong.deputies.services.contacts import follow_contact, log_contact, strike_contact
from guantong.deputies.services.deeds import check_deed, dispute_deed, do_deed, drop_deed, promise_deed
from guantong.deputies.services.links import end_link, make_link
from guantong.deputies.services.reporting import publish_activity, report_activity, withdraw_publication
from guantong.deputies.services.rooms import book_room, cancel_booking, open_room
from guantong.deputies.services.rotas import clear_rota, make_rota, open_duty
from guantong.deputies.services.station_projects import (
    accept_station_project,
    drop_station_project,
    propose_again,
    propose_station_project,
    return_station_project,
)
from guantong.deputies.services.swaps import accept_swap, decline_swap, propose_swap
from guantong.deputies.services.visits import log_visit, strike_visit

__all__ = [
    "accept_station_project",
    "accept_swap",
    "ask_leave",
    "book_room",
    "cancel_activity",
    "cancel_booking",
    "check_deed",
    "check_in",
    "clear_rota",
    "close_check_in",
    "decline_swap",
    "dispute_deed",
    "do_deed",
    "drop_deed",
    "drop_station_project",
    "end_link",
    "follow_contact",
    "hold_activity",
    "log_contact",
    "log_visit",
    "make_link",
    "make_rota",
    "note_leave",
    "open_check_in",
    "open_duty",
    "open_room",
    "plan_activity",
    "promise_deed",
    "propose_again",
    "propose_station_project",
    "propose_swap",
    "publish_activity",
    "report_activity",
    "return_station_project",
    "sign_up",
    "strike_contact",
    "strike_visit",
    "withdraw_publication",
]
