"""Photos and documents that belong to a matter."""

from __future__ import annotations

import uuid6
from django.db import models
from django.utils.translation import gettext_lazy as _


class Attachment(models.Model):
    """A stored file. `owner` is the id of the matter it belongs to; `digest` its SM3 in hexadecimal."""

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7)
    owner = models.UUIDField(db_index=True)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField(help_text="bytes")
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    digest = models.CharField(max_length=64)
    file = models.FileField(upload_to="attachments/%Y/%m/", max_length=200)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)
    role = models.CharField(max_length=30)

    class Meta:
        verbose_name = _("附件")

    def __str__(self) -> str:
        return self.name
