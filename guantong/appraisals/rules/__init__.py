"""A county's rules for scores and tasks: dated settings with their basis, and the defaults until it adopts its own."""

from guantong.appraisals.rules.scores import SCORE_SETTINGS, score_problem, score_rule
from guantong.appraisals.rules.tasks import TASK_SETTINGS, Task, task_problem, tasks_of

__all__ = ["SCORE_SETTINGS", "TASK_SETTINGS", "Task", "score_problem", "score_rule", "task_problem", "tasks_of"]
