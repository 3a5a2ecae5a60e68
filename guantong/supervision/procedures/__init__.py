"""The procedures of supervision: topic, deliberation opinion, problem."""

from guantong.supervision.procedures.opinion import DELIBERATION_OPINION
from guantong.supervision.procedures.problem import PROBLEM
from guantong.supervision.procedures.topic import SUPERVISION_TOPIC

__all__ = ["DELIBERATION_OPINION", "PROBLEM", "SUPERVISION_TOPIC"]
