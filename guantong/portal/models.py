"""What the citizens' door itself remembers: nothing but failed attempts to look a receipt up."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FailedLookup(models.Model):
    """A network address from which a lookup failed, alone or with the number, as a keyed digest; gone within hours."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("查询失败记录")
        indexes = [
            models.Index(fields=["key", "at"], name="failed_lookup_by_key"),
            models.Index(fields=["at"], name="failed_lookup_by_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.at}"
