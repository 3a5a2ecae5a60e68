"""Publishing a deliberation opinion with what came of it (监督法 17)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.kernel.masking import mask_numbers, mask_personal
from guantong.matters.services import perform
from guantong.supervision.models import DeliberationOpinion
from guantong.supervision.selectors import problems_of


def text_to_publish(opinion: DeliberationOpinion) -> str:
    """Opinion, problems and report with personal data masked, for the staff to read before they publish it."""
    parts = [opinion.title, _("审议意见："), opinion.body]
    if problems := list(problems_of(opinion)):
        parts += [_("问题清单："), *(f"{row.ordinal}. {row.body}（{row.unit.name}）" for row in problems)]
    if opinion.report:
        parts += [_("研究处理情况："), opinion.report]
    return mask_personal("\n".join(parts))


def publish_opinion(
    *, opinion: DeliberationOpinion, published_text: str, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Publish what the staff read and may have changed; numbers of persons are masked once more.

    Raises what perform raises.
    """
    return perform(
        matter=opinion,
        transition="publish",
        actor=actor,
        seen_version=seen_version,
        changes={"published_text": mask_numbers(published_text.strip()), "published_at": now()},
    )
