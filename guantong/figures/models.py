"""Roll-ups of figures, and the marks that say which of them are to be counted anew."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cell(models.Model):
    """What one figure amounts to at one place on one day.

    `region` is the code of the finest region on record; a county's value is the sum over its subtree.
    """

    figure = models.CharField(max_length=60)
    region = models.CharField(max_length=12)
    day = models.DateField()
    value = models.BigIntegerField()

    class Meta:
        verbose_name = _("汇总格")
        constraints = [models.UniqueConstraint(fields=["figure", "region", "day"], name="cell_once")]

    def __str__(self) -> str:
        return f"{self.figure} {self.region} {self.day}: {self.value}"


class Mark(models.Model):
    """Records of one model changed at one place and day: its figures there are to be counted anew.

    Written with the change and in its transaction, never updated, so that writers do not wait for each
    other; whoever settles sees a mark only together with the change that made it.
    """

    model = models.CharField(max_length=60)
    region = models.CharField(max_length=12)
    day = models.DateField()

    class Meta:
        verbose_name = _("待汇总")

    def __str__(self) -> str:
        return f"{self.model} {self.region} {self.day}"

    @property
    def cell(self) -> tuple[str, str, object]:
        """What two marks must share to be one."""
        return self.model, self.region, self.day
