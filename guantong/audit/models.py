"""Entries 台账 and the daily seals over them. Neither is ever changed or removed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One thing that happened to one subject: who, when, what, from which state to which, and why.

    `chain` is the subject's id; `seq` counts from 1 within it. `digest` is the SM3 of the previous
    entry's digest and this entry's content, so that a changed or missing entry is found. The author's
    name, role and organisation are kept as they were at that moment.
    """

    chain = models.UUIDField()
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    author = models.CharField(max_length=60)
    role = models.CharField(max_length=30)
    organisation = models.CharField(max_length=80)
    action = models.CharField(max_length=40)
    source = models.CharField(max_length=40)
    target = models.CharField(max_length=40)
    reason = models.TextField()
    data = models.JSONField(default=dict)
    digest = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = _("台账记录")
        constraints = [
            models.UniqueConstraint(fields=["chain", "seq"], name="entry_once_per_place_in_chain"),
            models.CheckConstraint(condition=models.Q(seq__gte=1), name="entry_seq_counts_from_one"),
        ]
        indexes = [models.Index(fields=["at"], name="entry_by_moment")]

    def __str__(self) -> str:
        return f"{self.chain} #{self.seq} {self.action}"

    def content(self) -> dict[str, Any]:
        """What the digest covers."""
        return {
            "chain": str(self.chain),
            "seq": self.seq,
            "at": self.at,
            "person": self.person_id,
            "author": self.author,
            "role": self.role,
            "organisation": self.organisation,
            "action": self.action,
            "source": self.source,
            "target": self.target,
            "reason": self.reason,
            "data": self.data,
        }


class Seal(models.Model):
    """The Merkle root over the heads of all chains that moved on one day.

    `digest` links the root to the day sealed before, so that the newest seal vouches for all earlier ones.
    """

    day = models.DateField(unique=True)
    entries = models.PositiveIntegerField()
    chains = models.PositiveIntegerField()
    root = models.BinaryField(max_length=32)
    digest = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("封存")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {bytes(self.root).hex()[:16]}"
