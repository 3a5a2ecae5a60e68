"""Which department a suggestion or an opinion goes to: plain Python, by duty words and a county's own decisions."""

from guantong.routing.reasons import Reason
from guantong.routing.router import Example, Ranked, Router, UnknownDepartmentError, department_names

__all__ = ["Example", "Ranked", "Reason", "Router", "UnknownDepartmentError", "department_names"]
