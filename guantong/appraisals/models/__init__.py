"""Score sheets with their appeals, and the deputies' yearly reports to voters with their ratings."""

from guantong.appraisals.models.report import DutyReport, Rating, Slip
from guantong.appraisals.models.sheet import Appeal, ScoreLine, ScoreSheet, Subjects

__all__ = ["Appeal", "DutyReport", "Rating", "ScoreLine", "ScoreSheet", "Slip", "Subjects"]
