"""The rota of a station: who is there on which day, and the swaps that deputies agree on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.deputies.models.activity import Activity
from guantong.deputies.models.deputy import Deputy
from guantong.deputies.models.station import Station


class DutyPart(models.TextChoices):
    """The part of a day for which a deputy is on duty."""

    DAY = "day", _("全天")
    MORNING = "1morning", _("上午")
    AFTERNOON = "2afternoon", _("下午")


class RotaDuty(models.Model):
    """A turn on duty 值班 of one deputy at one station. `activity` is what was planned for that day's duty.

    `swapped_with` is the deputy who was to be there before a swap, `why` the reason that was given for it.
    """

    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="duties")
    day = models.DateField(_("日期"))
    part = models.CharField(_("时段"), max_length=10, choices=DutyPart.choices, default=DutyPart.DAY)
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="duties")
    swapped_with = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(_("调班原因"), max_length=200, blank=True, default="")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, related_name="duties")

    class Meta:
        verbose_name = _("值班")
        ordering = ["day", "part", "id"]
        constraints = [
            models.UniqueConstraint(fields=["station", "day", "part"], name="duty_of_one_deputy"),
            # Held at the end of the transaction: two who swap within one day pass through each other's place.
            models.UniqueConstraint(
                fields=["deputy", "day"], name="deputy_on_duty_once_a_day", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.get_part_display()} {self.deputy.name}"


class RotaSwap(models.Model):
    """A deputy asks another to change duties with them: each takes the other's. `accepted` is empty until decided.

    `deputy` and `other_deputy` are who had the two duties when it was proposed.
    """

    duty = models.ForeignKey(RotaDuty, on_delete=models.CASCADE, related_name="swaps")
    other = models.ForeignKey(RotaDuty, on_delete=models.CASCADE, related_name="swaps_asked")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="+")
    other_deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="swaps_asked")
    why = models.CharField(_("调班原因"), max_length=200)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    accepted = models.BooleanField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("调班")
        constraints = [
            models.UniqueConstraint(fields=["duty"], condition=Q(accepted__isnull=True), name="swap_open_once"),
            models.CheckConstraint(condition=~Q(duty=F("other")), name="swap_of_two_duties"),
        ]

    def __str__(self) -> str:
        return f"{self.duty} / {self.other}"
