"""A citizen's opinion that a deputy takes up as a suggestion 意见转为代表建议."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.deputies.models import Deputy
from guantong.kernel.masking import mask_personal
from guantong.matters.models import LinkKind
from guantong.matters.services import link_matters
from guantong.notifications.notices import Notice, send
from guantong.opinions.models import Opinion
from guantong.opinions.services import leave_to_deputy
from guantong.suggestions.models import Subject, Suggestion
from guantong.suggestions.services import draft_suggestion


def words_for_deputy(opinion: Opinion) -> str:
    """What the person said, with personal data masked: a deputy needs the matter, not the name (个人信息保护法 6)."""
    return mask_personal("\n".join(filter(None, (opinion.body, opinion.where))))


@transaction.atomic
def opinion_to_suggestion(
    *,
    opinion: Opinion,
    lead: Deputy,
    title: str,
    body: str,
    subject: Subject,
    actor: Actor,
    reason: str = "",
    seen_version: int | None = None,
) -> Suggestion:
    """Open a draft of the deputy's from an opinion and tie the two; the deputy writes on, the citizen follows on.

    Raises NotAllowed for anybody but the staff of the county's congress, NotNow once somebody handles the opinion,
    and what draft_suggestion raises.
    """
    left = leave_to_deputy(opinion=opinion, lead=lead, actor=actor, reason=reason, seen_version=seen_version)
    suggestion = draft_suggestion(lead=lead, title=title, body=body, subject=subject, actor=actor)
    link_matters(source=left, target=suggestion, kind=LinkKind.BECAME)
    if suggestion.holder_id:
        told = Notice(suggestion.holder_id, _("有一件群众意见转为代表建议草稿，请领衔代表修改后提交。"))
        send([told], subject=suggestion.pk, title=suggestion.title, at=now())
    return suggestion
