"""The roll 表决名册: who may vote, who is there, and who has voted. It never says when, or how."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.ballots.models.ballot import Ballot
from guantong.deputies.models import Deputy


class RollEntry(models.Model):
    """One voter of one ballot.

    `voted` is on a screen, `on_paper` that they took a paper one: never both. `slip` is the digest of a one-time
    slip for a shared tablet; a second slip takes the place of the first. There is no moment and no counted key here,
    and when the ballot is counted all rows are written anew, so that no order of voting stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="roll")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="+")
    present = models.BooleanField(_("到会"), default=False)
    voted = models.BooleanField(_("已投票"), default=False)
    on_paper = models.BooleanField(_("领纸质票"), default=False)
    slip = models.BinaryField(max_length=32, null=True, unique=True)

    class Meta:
        verbose_name = _("表决名册")
        constraints = [
            models.UniqueConstraint(fields=["ballot", "deputy"], name="roll_names_each_once"),
            models.CheckConstraint(condition=~Q(voted=True, on_paper=True), name="roll_one_paper_each"),
            models.CheckConstraint(
                condition=Q(present=True) | Q(voted=False, on_paper=False), name="roll_votes_only_if_present"
            ),
        ]

    def __str__(self) -> str:
        return str(self.deputy_id)
