"""Every write to a score sheet."""

from guantong.appraisals.services.appeals import appeal_score, decide_appeal
from guantong.appraisals.services.sheets import compute_sheet, discard_sheet, publish_sheet, set_up_sheet, settle_sheet

__all__ = [
    "appeal_score",
    "compute_sheet",
    "decide_appeal",
    "discard_sheet",
    "publish_sheet",
    "set_up_sheet",
    "settle_sheet",
]
