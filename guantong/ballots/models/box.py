"""The ballot box while it is shut: sealed envelopes, in no order."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from guantong.ballots.models.ballot import Ballot


class Box(models.Model):
    """One box 票箱 of a ballot; a large body has several, so that not everybody waits for one lock.

    Whoever puts an envelope in holds the lock of its row; closing takes all locks and sets `shut`, so that nothing
    comes in afterwards.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="boxes")
    number = models.PositiveSmallIntegerField()
    shut = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("票箱")
        constraints = [models.UniqueConstraint(fields=["ballot", "number"], name="box_once")]

    def __str__(self) -> str:
        return f"{self.ballot_id} {self.number}"


class Envelope(models.Model):
    """One vote as it lies in the box: sealed by `base.lockbox`, all of one length.

    With every vote all envelopes of the box are taken out and put back under new random keys in a random order: each
    row then has the same `xmin`, and no place, key or moment that was its own. `receipt` is the digest of a random
    number that the voter's page brought along: by it a request that is sent again is known. All are destroyed when
    the box is emptied.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    box = models.ForeignKey(Box, on_delete=models.CASCADE, related_name="envelopes")
    sealed = models.BinaryField()
    receipt = models.BinaryField(max_length=32, unique=True)

    class Meta:
        verbose_name = _("密封票")

    def __str__(self) -> str:
        return str(self.pk)
