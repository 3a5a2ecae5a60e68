"""The ballot."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.matters.models import Matter

DIGEST = 64
"""Length of an SM3 digest, or of the lock of a box, in hexadecimal."""


class Body(models.TextChoices):
    """Who votes."""

    STANDING_COMMITTEE = "standing_committee", _("常委会组成人员")
    CONGRESS = "congress", _("本级人大代表")


class Purpose(models.TextChoices):
    """What is voted about; each has its own rule in a county's settings."""

    SATISFACTION = "satisfaction", _("满意度测评")
    DECISION = "decision", _("表决事项")
    PROJECTS = "projects", _("票决项目")


class Ballot(Matter):
    """One secret vote of one body under one rule.

    `subject` is what is voted about, if it is a matter. `rule` is the whole rule as JSON (kernel.ballot_json), options
    and bases included; it is fixed with the roll when `setup_digest` is set. `lock` is the box's, kept from opening on;
    `papers_digest` is that of all papers, kept from counting on. `follows` is the ballot that this one decides further:
    among the tied, or for places that nobody won. No result is kept: it is counted from the papers.
    """

    subject = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="+")
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="followed_by")
    voters = models.CharField(_("表决主体"), max_length=20, choices=Body.choices)
    purpose = models.CharField(_("表决种类"), max_length=20, choices=Purpose.choices)
    rule = models.JSONField(_("表决规则"))
    setup_digest = models.CharField(_("设置摘要"), max_length=DIGEST, blank=True, default="")
    lock = models.CharField(_("票箱锁"), max_length=DIGEST, blank=True, default="")
    papers_digest = models.CharField(_("表决票摘要"), max_length=DIGEST, blank=True, default="")

    class Meta:
        verbose_name = _("表决")
        constraints = [
            models.CheckConstraint(condition=Q(lock="") | ~Q(setup_digest=""), name="ballot_opens_after_it_is_frozen"),
            models.CheckConstraint(
                condition=Q(papers_digest="") | ~Q(lock=""), name="ballot_is_counted_after_it_is_opened"
            ),
            models.CheckConstraint(condition=Q(voters__in=Body.values), name="ballot_of_a_known_body"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="ballot_for_a_known_purpose"),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("matter_ptr")), name="ballot_follows_another"
            ),
        ]
