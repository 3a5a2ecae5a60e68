"""Every write to a score sheet and to a report to voters."""

from guantong.appraisals.services.appeals import appeal_score, decide_appeal
from guantong.appraisals.services.meetings import hold_report, print_slips, rate_by_slip, rate_report
from guantong.appraisals.services.reports import (
    cancel_report,
    plan_report,
    publish_report,
    reschedule_report,
    write_report,
)
from guantong.appraisals.services.sheets import compute_sheet, discard_sheet, publish_sheet, set_up_sheet, settle_sheet

__all__ = [
    "appeal_score",
    "cancel_report",
    "compute_sheet",
    "decide_appeal",
    "discard_sheet",
    "hold_report",
    "plan_report",
    "print_slips",
    "publish_report",
    "publish_sheet",
    "rate_by_slip",
    "rate_report",
    "reschedule_report",
    "set_up_sheet",
    "settle_sheet",
    "write_report",
]
