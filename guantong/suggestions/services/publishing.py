"""Publishing a reply without personal data 公开答复."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.kernel.masking import mask_numbers, mask_personal
from guantong.matters.services import perform
from guantong.suggestions.models import Suggestion


def text_to_publish(suggestion: Suggestion) -> str:
    """Suggestion and reply with personal data masked, for the staff to read before they publish it."""
    parts = (suggestion.title, _("建议内容："), suggestion.body, _("答复："), suggestion.reply)
    return mask_personal("\n".join(parts))


def publish_reply(
    *, suggestion: Suggestion, published_text: str, actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Publish what the staff read and may have changed; numbers of persons are masked once more, whatever they wrote.

    Raises what perform raises.
    """
    return perform(
        matter=suggestion,
        transition="publish_reply",
        actor=actor,
        seen_version=seen_version,
        changes={"published_text": mask_numbers(published_text.strip()), "published_at": now()},
    )
