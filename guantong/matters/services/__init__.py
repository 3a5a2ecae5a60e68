"""Every write to a matter."""

from guantong.matters.services.calendar_change import recompute_clocks
from guantong.matters.services.extend import extend_clock
from guantong.matters.services.link import link_matters
from guantong.matters.services.number import next_number
from guantong.matters.services.open import open_matter
from guantong.matters.services.overdue import sweep_overdue
from guantong.matters.services.perform import perform

__all__ = [
    "extend_clock",
    "link_matters",
    "next_number",
    "open_matter",
    "perform",
    "recompute_clocks",
    "sweep_overdue",
]
