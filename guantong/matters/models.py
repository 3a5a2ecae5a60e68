"""The matter 事项, its clocks 时限, and what links it to others."""

from __future__ import annotations

from datetime import UTC, datetime

import uuid6
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.regions.models import Organisation, Region

NO_DUE = datetime(9999, 1, 1, tzinfo=UTC)
"""`Matter.due_at` of a matter that no clock runs on: after every real moment, so that one index orders all."""


class Matter(models.Model):
    """One thing that somebody is owed an answer to. Each kind extends this by multi-table inheritance.

    `region` owns it and decides who sees it; `place` is the finest place known, and statistics count by
    it. `holder` is the organisation whose move it is. `due_at` is the earliest running clock's. `version`
    counts the moves, so that the second of two people acting at once is told. Only `services.perform`
    and `services.open_matter` write `state`.
    """

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    kind = models.CharField(max_length=40)
    # NULL where there is none yet: the database knows no other way to leave it out of the constraint.
    number = models.CharField(_("编号"), max_length=60, null=True)  # noqa: DJ001  (see above)
    title = models.CharField(_("标题"), max_length=120)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=40)
    rules_version = models.CharField(max_length=20)
    holder = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(default=NO_DUE)
    version = models.PositiveIntegerField(default=1)
    # Empty while its words, or those that a move changed, are not findable yet (see matters.search).
    indexed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("事项")
        constraints = [
            # Not `unique=True`: that would keep a second index for patterns, which nobody asks for.
            models.UniqueConstraint(fields=["number"], name="matter_number_once"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="matter_closes_after_it_opens",
            ),
        ]
        indexes = [
            models.Index(
                fields=["region", "due_at", "id"],
                name="matter_open_by_region",
                condition=Q(closed_at__isnull=True),
            ),
            models.Index(
                fields=["holder", "due_at", "id"],
                name="matter_open_by_holder",
                condition=Q(closed_at__isnull=True),
            ),
            models.Index(fields=["due_at", "id"], name="matter_open_by_due", condition=Q(closed_at__isnull=True)),
            models.Index(fields=["id"], name="matter_to_index", condition=Q(indexed_at__isnull=True)),
            models.Index(fields=["place", "opened_at"], name="matter_by_place"),
            models.Index(fields=["region", "-opened_at"], name="matter_by_region"),
        ]

    def __str__(self) -> str:
        return self.title


class Holding(models.Model):
    """A body through whose hands 经手 a matter went: it held it, or its people acted on it. It goes on seeing it."""

    # The unique pair begins with the body, which is what is asked by.
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="holdings")
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("经手单位")
        constraints = [models.UniqueConstraint(fields=["organisation", "matter"], name="holding_once")]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.organisation_id}"


class Clock(models.Model):
    """A time limit that runs on a matter, under the rule in force when it began.

    `rule` is that rule in full (see deadlines.rules.as_json); `pauses` are [start, end or null] in ISO
    8601; `extension` is in the rule's unit. `due_at` is empty while paused. `stage` counts the steps of the
    overdue ladder already taken; the next one is due at `next_step_at`.
    """

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="clocks")
    code = models.CharField(max_length=60)
    rule = models.JSONField()
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    provisional = models.BooleanField(default=False)
    pauses = models.JSONField(default=list)
    extension = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    stage = models.PositiveSmallIntegerField(default=0)
    next_step_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("时限")
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "code"], condition=Q(ended_at__isnull=True), name="clock_runs_once"
            )
        ]
        indexes = [models.Index(fields=["next_step_at"], name="clock_next_step", condition=Q(ended_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.code} {self.due_at}"


class LinkKind(models.TextChoices):
    MERGED_INTO = "merged_into", _("并入")
    BECAME = "became", _("转为")
    RAISED_AT = "raised_at", _("提出于")
    PAID_BY = "paid_by", _("由专项资金支持")
    GROUNDS = "grounds", _("作为依据")
    LED_TO = "led_to", _("形成")


class Link(models.Model):
    """One matter's tie to another."""

    source = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="links_out")
    target = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=20, choices=LinkKind.choices)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("事项关联")
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "kind"], name="link_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="link_joins_two"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"


class SearchText(models.Model):
    """The words of a matter that search and the search for duplicates look through.

    Character bigrams and single words as lexemes, made behind the write (see matters.search).
    """

    matter = models.OneToOneField(Matter, on_delete=models.CASCADE, primary_key=True, related_name="search_text")
    words = SearchVectorField()

    class Meta:
        verbose_name = _("检索词")
        indexes = [GinIndex(fields=["words"], name="search_words")]

    def __str__(self) -> str:
        return str(self.matter_id)


class Sequence(models.Model):
    """The last number given out in one series of a region and year (乐人意〔2025〕12号 → 12)."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("编号序列")
        constraints = [models.UniqueConstraint(fields=["region", "series", "year"], name="sequence_once")]

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.last}"
