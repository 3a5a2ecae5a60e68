"""From a filled-in RecordForm to the opinion and its slip: the same at the desk and in the field."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction

from guantong.accounts.actors import Actor
from guantong.attachments.services import keep_photo
from guantong.base.now import now
from guantong.base.refusals import BadInput, Refusal
from guantong.opinions.models import Channel, Opinion
from guantong.opinions.record_form import RecordForm
from guantong.opinions.services import record_opinion

FRESH_SLIP = "fresh_slip"
"""Key of a session: the opinion whose slip its owner may see once."""

HAND_OVER = timedelta(minutes=10)
"""How long after an opinion was written down its form, sent again, still leads to the slip."""


def record_with(form: RecordForm, actor: Actor, session: SessionBase) -> Opinion | None:
    """The opinion with its photos, all or nothing; None after noting on the form what was wrong."""
    if not form.is_valid():
        return None
    try:
        opinion = _record(form, actor)
    except BadInput as no:
        for name, sentence in no.fields.items():
            form.add_error(name if name in form.fields else None, sentence)
    except Refusal as no:
        form.add_error(None, no.sentence)
    else:
        if opinion.typed_by_id == actor.person_id and now() - opinion.opened_at < HAND_OVER:
            session[FRESH_SLIP] = str(opinion.pk)
        return opinion
    return None


def slip_is_fresh(opinion: Opinion, session: SessionBase) -> bool:
    """Whether this session has just written the opinion down, and has not seen its slip. The answer is yes once."""
    if session.get(FRESH_SLIP) != str(opinion.pk):
        return False
    del session[FRESH_SLIP]
    return True


@transaction.atomic
def _record(form: RecordForm, actor: Actor) -> Opinion:
    opinion = record_opinion(
        code=form.chosen_code,
        spoken=form.spoken(),
        channel=Channel(form.cleaned_data["channel"]),
        actor=actor,
        slip=form.cleaned_data["slip"],
        occasion=form.chosen_occasion,
    )
    for photo in form.cleaned_data["photos"]:
        keep_photo(owner=opinion.pk, photo=photo, actor=actor)
    return opinion
