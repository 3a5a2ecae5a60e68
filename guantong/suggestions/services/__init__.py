"""Every write to a suggestion."""

from guantong.suggestions.services.checking import (
    accept_suggestion,
    convert_motion,
    merge_suggestion,
    return_for_rewriting,
)
from guantong.suggestions.services.drafting import (
    draft_suggestion,
    revise_suggestion,
    submit_suggestion,
    withdraw_suggestion,
)
from guantong.suggestions.services.handing_over import hand_over, mark_key, rehandle_suggestion
from guantong.suggestions.services.handling import countersign, extend_suggestion, log_contact, object_to_hand_over
from guantong.suggestions.services.promises import dispute_delivery, drop_promise, report_delivery, verify_delivery
from guantong.suggestions.services.publishing import publish_reply
from guantong.suggestions.services.rating import rate_on_paper, rate_suggestion
from guantong.suggestions.services.replying import Reply, reply_to_suggestion
from guantong.suggestions.services.signing import ask_signatures, decline_signature, sign_suggestion

__all__ = [
    "Reply",
    "accept_suggestion",
    "ask_signatures",
    "convert_motion",
    "countersign",
    "decline_signature",
    "dispute_delivery",
    "draft_suggestion",
    "drop_promise",
    "extend_suggestion",
    "hand_over",
    "log_contact",
    "mark_key",
    "merge_suggestion",
    "object_to_hand_over",
    "publish_reply",
    "rate_on_paper",
    "rate_suggestion",
    "rehandle_suggestion",
    "reply_to_suggestion",
    "report_delivery",
    "return_for_rewriting",
    "revise_suggestion",
    "sign_suggestion",
    "submit_suggestion",
    "verify_delivery",
    "withdraw_suggestion",
]
