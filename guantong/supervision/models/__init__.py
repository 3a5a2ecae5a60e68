"""Topics, deliberation opinions and the problems that they list."""

from guantong.supervision.models.opinion import DeliberationOpinion
from guantong.supervision.models.problem import Problem
from guantong.supervision.models.topic import Form, Score, SupervisionTopic, TopicSource

__all__ = ["DeliberationOpinion", "Form", "Problem", "Score", "SupervisionTopic", "TopicSource"]
