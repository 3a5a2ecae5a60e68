"""Reading photos."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from guantong.attachments.models import Attachment

PHOTO = "photo"
DRAFT = "draft"
"""Roles of an attachment: part of a matter, or of a form that has not been taken in yet."""


def photos_of(owner: UUID) -> QuerySet[Attachment]:
    """The photos of a matter, in the order in which they came."""
    return Attachment.objects.filter(owner=owner, role=PHOTO).order_by("added_at", "id")


def drafts_of(form: UUID) -> QuerySet[Attachment]:
    """The photos that a form has kept so far."""
    return Attachment.objects.filter(owner=form, role=DRAFT).order_by("added_at", "id")
