"""A ballot, who may vote, what is in the box, and what was in it."""

from guantong.ballots.models.ballot import Ballot, Body, Purpose
from guantong.ballots.models.box import Box, Envelope
from guantong.ballots.models.papers import Paper, TellerSheet
from guantong.ballots.models.roll import RollEntry

__all__ = ["Ballot", "Body", "Box", "Envelope", "Paper", "Purpose", "RollEntry", "TellerSheet"]
