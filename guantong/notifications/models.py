"""A message to a person or an organisation, written in the transaction of the move that causes it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.regions.models import Organisation


class Message(models.Model):
    """What somebody is told, and about which subject (a matter's id)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="messages")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    subject = models.UUIDField()
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=300)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("消息")
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) ^ Q(person__isnull=False),
                name="message_has_one_addressee",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "-sent_at"], name="message_by_organisation"),
            models.Index(fields=["person", "-sent_at"], name="message_by_person"),
        ]

    def __str__(self) -> str:
        return self.title
