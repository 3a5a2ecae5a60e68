"""What is told of an activity that was held: notes and photos for the office, and what everybody may read."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.attachments.images import Photo
from guantong.attachments.models import Attachment
from guantong.attachments.selectors import photos_of
from guantong.attachments.services import keep_photo
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.deputies.models import Activity
from guantong.kernel.masking import mask_numbers, mask_personal
from guantong.matters.services import perform


@transaction.atomic
def report_activity(
    *,
    activity: Activity,
    notes: str,
    actor: Actor,
    photos: Sequence[Photo] = (),
    seen_version: int | None = None,
) -> Activity:
    """Write down after holding what an activity brought, with photos; again to correct or to add. The photos add up.

    What was published stays as it is until it is published anew. Raises what perform raises.
    """
    reported = perform(
        matter=activity,
        transition="report",
        actor=actor,
        seen_version=seen_version,
        changes={"notes": notes.strip(), "reported_at": now()},
        data={"photos": [photo.digest for photo in photos]} if photos else None,
    )
    for photo in photos:
        keep_photo(owner=reported.pk, photo=photo, actor=actor)
    return reported


def words_to_publish(activity: Activity) -> tuple[str, str]:
    """Title and notes with personal data masked, for the staff to read before they publish them."""
    return mask_personal(activity.title), mask_personal(activity.notes)


@transaction.atomic
def publish_activity(
    *,
    activity: Activity,
    published_title: str,
    published_text: str,
    actor: Actor,
    photos: Sequence[Attachment] = (),
    seen_version: int | None = None,
) -> Activity:
    """Put an activity that was held where everybody reads it, with the photos chosen; again to put it otherwise.

    Telephone, identity and other numbers that are left in the words are masked. Raises BadInput for a photo of
    something else, and what perform raises.
    """
    chosen = list(photos_of(activity.pk).filter(pk__in=[photo.pk for photo in photos]))
    if len(chosen) < len(photos):
        raise BadInput({"photos": _("只能公开这次活动的照片。")})
    published = perform(
        matter=activity,
        transition="publish",
        actor=actor,
        seen_version=seen_version,
        changes={
            "published_title": mask_numbers(published_title.strip()),
            "published_text": mask_numbers(published_text.strip()),
            "published_at": now(),
        },
        data={"photos": [photo.digest for photo in chosen]},
    )
    published.shown_photos.set(chosen)
    return published


@transaction.atomic
def withdraw_publication(*, activity: Activity, reason: str, actor: Actor, seen_version: int | None = None) -> Activity:
    """Take what was published down again. Raises NotAllowed where nothing was, and what perform raises."""
    withdrawn = perform(
        matter=activity,
        transition="withdraw_publication",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"published_title": "", "published_text": "", "published_at": None},
    )
    withdrawn.shown_photos.clear()
    return withdrawn
