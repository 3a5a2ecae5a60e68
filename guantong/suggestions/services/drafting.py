"""What the lead deputy does before anybody handles it: draft, change, submit, take back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.base.refusals import BadInput
from guantong.deputies.models import Deputy
from guantong.matters.services import open_matter_once, perform
from guantong.suggestions.models import Put, Subject, Suggestion
from guantong.suggestions.services.seeing import home_of

BODY_LIMIT = 5000
"""Characters; a suggestion is one thing, and specific (代表法 24)."""


def draft_suggestion(
    *,
    lead: Deputy,
    title: str,
    body: str,
    subject: Subject,
    actor: Actor,
    put: Put = Put.BETWEEN,
    session: str = "",
    year: int | None = None,
    from_motion: bool = False,
    form: UUID | None = None,
) -> Suggestion:
    """Begin a suggestion of a deputy of the actor's county. It is theirs alone until they submit it.

    `form` is the id that the form made: sent twice, it is one draft. Raises NotAllowed, and BadInput for a deputy of
    another county or out of office, and for a session without its name.
    """
    if lead.region_id != actor.region_code or not lead.active:
        raise BadInput({"lead": _("请选择本县的在任代表。")})
    if put == Put.SESSION and not session.strip():
        raise BadInput({"session": _("会议期间提出的，请写明是哪次会议。")})
    suggestion = Suggestion(
        lead=lead,
        title=title.strip(),
        body=_checked(body),
        subject=subject,
        put=put,
        session=session.strip(),
        year=year or today().year,
        from_motion=from_motion,
        region_id=lead.region_id,
        place_id=lead.place_id,
        holder=home_of(lead),
    )
    if form is not None:
        suggestion.id = form
    return open_matter_once(matter=suggestion, kind="suggestion", actor=actor, data={"lead": lead.name})


@transaction.atomic
def revise_suggestion(
    *,
    suggestion: Suggestion,
    title: str,
    body: str,
    subject: Subject,
    actor: Actor,
    seen_version: int | None = None,
) -> Suggestion:
    """Change a draft. Whoever had signed signed other words, and is asked anew. Raises what perform raises."""
    held = perform(
        matter=suggestion,
        transition="revise",
        actor=actor,
        seen_version=seen_version,
        changes={"title": title.strip(), "body": _checked(body), "subject": subject},
    )
    held.signatures.filter(signed_at__isnull=False).update(signed_at=None, asked_at=now())
    return held


def submit_suggestion(*, suggestion: Suggestion, actor: Actor, seen_version: int | None = None) -> Suggestion:
    """Hand a draft to the congress, with the signatures that it has. Raises what perform raises."""
    return perform(
        matter=suggestion,
        transition="submit",
        actor=actor,
        seen_version=seen_version,
        changes={"submitted_at": now(), "holder": None},
    )


def withdraw_suggestion(
    *, suggestion: Suggestion, actor: Actor, reason: str = "", seen_version: int | None = None
) -> Suggestion:
    """Take a suggestion back before it is handed over. Raises what perform raises."""
    return perform(matter=suggestion, transition="withdraw", actor=actor, reason=reason, seen_version=seen_version)


def _checked(body: str) -> str:
    body = body.strip()
    if len(body) > BODY_LIMIT:
        raise BadInput({"body": _("内容有%(n)s字，最多可写%(limit)s字。") % {"n": len(body), "limit": BODY_LIMIT}})
    return body
