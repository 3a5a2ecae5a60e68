"""Every write of supervision."""

from guantong.supervision.services.answering import (
    close_opinion,
    extend_opinion,
    report_handling,
    resume_opinion,
    return_report,
    rework_opinion,
    submit_plan,
)
from guantong.supervision.services.compiling import (
    approve_opinion,
    compile_opinion,
    discard_opinion,
    hand_over_opinion,
    revise_opinion,
)
from guantong.supervision.services.listing import list_problem, revise_problem, strike_problem
from guantong.supervision.services.publishing import publish_opinion, text_to_publish
from guantong.supervision.services.rectifying import (
    accept_problem,
    extend_problem,
    reopen_problem,
    send_back_problem,
    set_measure,
    submit_evidence,
)
from guantong.supervision.services.topics import (
    begin_topic,
    conclude_topic,
    decline_topic,
    drop_topic,
    merge_topic,
    plan_topic,
    propose_topic,
    publish_topic,
    score_topic,
)
from guantong.supervision.services.voting import Vote, record_vote

__all__ = [
    "Vote",
    "accept_problem",
    "approve_opinion",
    "begin_topic",
    "close_opinion",
    "compile_opinion",
    "conclude_topic",
    "decline_topic",
    "discard_opinion",
    "drop_topic",
    "extend_opinion",
    "extend_problem",
    "hand_over_opinion",
    "list_problem",
    "merge_topic",
    "plan_topic",
    "propose_topic",
    "publish_opinion",
    "publish_topic",
    "record_vote",
    "reopen_problem",
    "report_handling",
    "resume_opinion",
    "return_report",
    "revise_opinion",
    "revise_problem",
    "rework_opinion",
    "score_topic",
    "send_back_problem",
    "set_measure",
    "strike_problem",
    "submit_evidence",
    "submit_plan",
    "text_to_publish",
]
