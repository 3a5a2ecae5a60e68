"""Suggestions and their parts: who signs, which units handle, how the deputy was heard."""

from guantong.suggestions.models.choices import HowContacted, Mode, Put, ReplyCategory, ShareRole, Subject
from guantong.suggestions.models.parts import Contact, Share, Signature
from guantong.suggestions.models.past_sheet import PastSheet
from guantong.suggestions.models.suggestion import Suggestion

__all__ = [
    "Contact",
    "HowContacted",
    "Mode",
    "PastSheet",
    "Put",
    "ReplyCategory",
    "Share",
    "ShareRole",
    "Signature",
    "Subject",
    "Suggestion",
]
