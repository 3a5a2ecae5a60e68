"""Deputies, the stations that they keep by turns, their rooms, what they hold there, and what comes of it."""

from guantong.deputies.models.activity import Activity, ActivityCategory, Attendance, Visit
from guantong.deputies.models.deed import PracticalDeed
from guantong.deputies.models.deputy import Deputy, Level
from guantong.deputies.models.link import Contact, ContactLink, Followed, How, Target
from guantong.deputies.models.room import BookedPart, Booking, DayPart, Room
from guantong.deputies.models.rota import DutyPart, RotaDuty, RotaSwap
from guantong.deputies.models.station import Grade, Station, StationProject

__all__ = [
    "Activity",
    "ActivityCategory",
    "Attendance",
    "BookedPart",
    "Booking",
    "Contact",
    "ContactLink",
    "DayPart",
    "Deputy",
    "DutyPart",
    "Followed",
    "Grade",
    "How",
    "Level",
    "PracticalDeed",
    "Room",
    "RotaDuty",
    "RotaSwap",
    "Station",
    "StationProject",
    "Target",
    "Visit",
]
