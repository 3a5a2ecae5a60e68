"""The papers as they were counted, and what tellers read off those of paper."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guantong.ballots.models.ballot import Ballot


class Paper(models.Model):
    """One counted paper: its `mark` and what is marked on it. No person, no moment, no order, no address, no way.

    All papers of a ballot are written by one statement in a random order. The database refuses to change or remove
    one, and to add one once the ballot has its digest.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    ballot = models.ForeignKey(Ballot, on_delete=models.PROTECT, related_name="papers")
    mark = models.CharField(_("票号"), max_length=12)
    choices = models.JSONField()

    class Meta:
        verbose_name = _("表决票")
        constraints = [models.UniqueConstraint(fields=["ballot", "mark"], name="paper_has_its_own_mark")]

    def __str__(self) -> str:
        return self.mark


class TellerSheet(models.Model):
    """What one teller read off the paper ballots, paper by paper, sorted; gone once the ballot is counted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="sheets")
    teller = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    papers = models.JSONField()

    class Meta:
        verbose_name = _("纸质票录入")
        constraints = [models.UniqueConstraint(fields=["ballot", "teller"], name="teller_sheet_once")]

    def __str__(self) -> str:
        return f"{self.ballot_id} {self.teller_id}"
