"""From a filled-in RecordForm to the opinion: the same at the desk and in the field."""

from __future__ import annotations

from django.db import transaction

from guantong.accounts.actors import Actor
from guantong.attachments.services import attach_photo
from guantong.base.refusals import BadInput, Refusal
from guantong.opinions.models import Channel, Opinion
from guantong.opinions.record_form import RecordForm
from guantong.opinions.services import record_opinion


def record_with(form: RecordForm, actor: Actor) -> Opinion | None:
    """The opinion with its photos, all or nothing; None after noting on the form what was wrong."""
    if not form.is_valid():
        return None
    try:
        return _record(form, actor)
    except BadInput as no:
        for name, sentence in no.fields.items():
            form.add_error(name if name in form.fields else None, sentence)
    except Refusal as no:
        form.add_error(None, no.sentence)
    return None


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
    for upload in form.cleaned_data["photos"]:
        attach_photo(owner=opinion.pk, upload=upload, actor=actor)
    return opinion
