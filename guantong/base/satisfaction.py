"""The three grades in which whoever asked, and the congress, say how content they are."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Satisfaction(models.IntegerChoices):
    """满意, 基本满意, 不满意: the grades of 满意度测评 in the practice of standing committees, worst first."""

    DISSATISFIED = 1, _("不满意")
    FAIR = 2, _("基本满意")
    SATISFIED = 3, _("满意")


BEST_FIRST = list(reversed(Satisfaction.choices))
"""The grades in the order in which they are offered."""
