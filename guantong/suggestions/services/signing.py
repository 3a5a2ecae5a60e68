"""Signing with the lead deputy 附议: asked, signed, declined."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.deputies.models import Deputy
from guantong.matters.services import perform
from guantong.notifications.notices import Notice
from guantong.suggestions.models import Signature, Suggestion
from guantong.suggestions.services.seeing import home_of, let_see


@transaction.atomic
def ask_signatures(
    *, suggestion: Suggestion, deputies: Sequence[Deputy], actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Ask deputies to sign; their bodies see the draft and are told. One asked before is not asked again.

    Raises BadInput for the lead themselves or a deputy of another county, and what perform raises.
    """
    strangers = [d.name for d in deputies if d.region_id != suggestion.region_id or not d.active]
    if strangers or suggestion.lead_id in {deputy.pk for deputy in deputies}:
        raise BadInput({"deputies": _("请选择本县的在任代表，领衔代表本人不用附议。")})
    homes = {home.pk: home for deputy in deputies if (home := home_of(deputy))}
    held = perform(
        matter=suggestion,
        transition="ask_signature",
        actor=actor,
        seen_version=seen_version,
        given={"deputies": list(deputies)},
        data={"deputies": [deputy.name for deputy in deputies]},
        tell=[Notice(home.pk, _("有一件代表建议草稿邀请代表附议。")) for home in homes.values()],
    )
    at = now()
    rows = [Signature(suggestion=held, deputy=deputy, asked_at=at) for deputy in deputies]
    Signature.objects.bulk_create(rows, ignore_conflicts=True)
    let_see(held, homes.values())
    return held


@transaction.atomic
def sign_suggestion(
    *, suggestion: Suggestion, deputy: Deputy, actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Sign a draft: the deputy themselves, or staff for one without an account who signed on paper.

    Raises BadInput when this deputy has nothing to answer here or this is not theirs to do; what perform raises.
    """
    held = _answer(suggestion, "sign", deputy, actor, seen_version)
    _open(held, deputy, actor).update(signed_at=now())
    return held


@transaction.atomic
def decline_signature(
    *, suggestion: Suggestion, deputy: Deputy, actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Decline to sign. Raises what sign_suggestion raises."""
    held = _answer(suggestion, "decline_signature", deputy, actor, seen_version)
    _open(held, deputy, actor).update(declined_at=now())
    return held


def open_signatures(suggestion: Suggestion, actor: Actor) -> QuerySet[Signature]:
    """Those that this actor may answer: their own; for staff, those of deputies without an account."""
    rows = suggestion.signatures.filter(signed_at__isnull=True, declined_at__isnull=True)
    own = rows.filter(deputy__person_id=actor.person_id) if actor.person_id else rows.none()
    return own if own.exists() else rows.filter(deputy__person__isnull=True)


def _open(suggestion: Suggestion, deputy: Deputy, actor: Actor) -> QuerySet[Signature]:
    return Signature.objects.filter(pk__in=open_signatures(suggestion, actor).values("pk"), deputy=deputy)


def _answer(
    suggestion: Suggestion, transition: str, deputy: Deputy, actor: Actor, seen_version: int | None
) -> Suggestion:
    held = perform(
        matter=suggestion,
        transition=transition,
        actor=actor,
        seen_version=seen_version,
        data={"deputy": deputy.name},
    )
    if not _open(held, deputy, actor).exists():
        raise BadInput({"deputy": _("请选择受邀请、还没有答复的代表。")})
    return held
