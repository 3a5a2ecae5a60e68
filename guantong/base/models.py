"""Long work that somebody asked for: how far it is, and whether it is to stop."""

from __future__ import annotations

import uuid6
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Work(models.Model):
    """One piece of long work, seen only by the person who asked for it.

    `done` of `total` steps; whoever does it writes them as it goes and stops when it finds `state`
    cancelled. `file` is what came of it; `sentence` says why it failed.
    """

    class State(models.TextChoices):
        RUNNING = "running", _("进行中")
        DONE = "done", _("已完成")
        CANCELLED = "cancelled", _("已取消")
        FAILED = "failed", _("没有做成")

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    what = models.CharField(max_length=120)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    sentence = models.CharField(max_length=300, blank=True, default="")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    file = models.FileField(upload_to="works/%Y/%m/", blank=True, default="")

    class Meta:
        verbose_name = _("长时间工作")

    def __str__(self) -> str:
        return self.what
