"""Every write to a matter."""

from guantong.matters.services.calendar_change import follow_calendar, recompute_clocks
from guantong.matters.services.extend import extend_clock
from guantong.matters.services.link import link_matters
from guantong.matters.services.locking import lock_matter, lock_matters
from guantong.matters.services.number import next_number, numbers_given_up_to, official_number
from guantong.matters.services.once import open_matter_once
from guantong.matters.services.open import open_matter
from guantong.matters.services.overdue import sweep_overdue
from guantong.matters.services.perform import perform

__all__ = [
    "extend_clock",
    "follow_calendar",
    "link_matters",
    "lock_matter",
    "lock_matters",
    "next_number",
    "numbers_given_up_to",
    "official_number",
    "open_matter",
    "open_matter_once",
    "perform",
    "recompute_clocks",
    "sweep_overdue",
]
