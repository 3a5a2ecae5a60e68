"""An opinion comes in: through a printed code, or written down for somebody by staff."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import CITIZEN_ACTOR, Actor
from guantong.audit.models import Entry
from guantong.base.now import today
from guantong.base.refusals import BadInput, Conflict
from guantong.deputies.models import Activity
from guantong.matters.services import open_matter
from guantong.opinions.models import Channel, IntakeCode, Lane, Opinion, Source
from guantong.opinions.receipts import new_receipt
from guantong.opinions.services.spoken import MOST_PHOTOS, MOST_PHOTOS_BY_HAND, Spoken, tidied
from guantong.regions import rulebook

TITLE_LENGTH = 30

RAPID_SETTING = "rapid.sources"
"""Setting of a county: the sources whose opinions take the lane of 民情速办; none by default."""


def sources_problem(value: Any) -> str | None:
    """What is wrong with a county's own list of those sources."""
    if isinstance(value, list) and all(source in Source.values for source in value):
        return None
    return _("请列出来源：%(sources)s。") % {"sources": "、".join(Source.values)}


TYPED = ("code_id", "channel", "body", "where", "contact_name", "contact_phone", "slip", "occasion_id")
"""What makes a form sent again the same form."""


def submit_opinion(*, code: IntakeCode, spoken: Spoken, actor: Actor = CITIZEN_ACTOR) -> Opinion:
    """Take in an opinion sent through a printed code, durably, before returning.

    The same form sent again gives the same opinion. Raises Conflict when a form of that id said something
    else, BadInput for a code that has run out or was withdrawn, and what `tidied` raises.
    """
    check_code(code)
    spoken = tidied(spoken, most_photos=MOST_PHOTOS)
    opinion = _opinion(code, spoken, Channel.CODE)
    move = "submit_rapid" if opinion.lane == Lane.RAPID else "submit"
    return _open_once(opinion, move, actor, spoken.photos)


def record_opinion(
    *,
    code: IntakeCode,
    spoken: Spoken,
    channel: Channel,
    actor: Actor,
    slip: str = "",
    occasion: Activity | None = None,
) -> Opinion:
    """Write an opinion down for a person without a phone: who spoke, who typed, how, and which paper slip.

    Raises NotAllowed, and what submit_opinion raises but for the code's expiry.
    """
    spoken = tidied(spoken, most_photos=MOST_PHOTOS_BY_HAND)
    opinion = _opinion(code, spoken, channel)
    opinion.typed_by_id = actor.person_id
    opinion.slip = slip
    opinion.occasion = occasion
    move = "record_rapid" if opinion.lane == Lane.RAPID else "record"
    return _open_once(opinion, move, actor, spoken.photos)


def photos_declared(opinion: Opinion) -> frozenset[str]:
    """Digests of the photos that came with an opinion, as its first entry names them; none is added later."""
    data = Entry.objects.filter(chain=opinion.pk, seq=1).values_list("data", flat=True).get()
    return frozenset(data.get("photos", ()))


def check_code(code: IntakeCode) -> None:
    """Raises BadInput for a code that has run out or was withdrawn."""
    if code.withdrawn_at or (code.expires_on and code.expires_on < today()):
        raise BadInput({"code": _("这个二维码已经停用，请向联络站索取新的二维码。")})


def title_of(body: str) -> str:
    """The first sentence of what was said, shortened: how lists call the opinion."""
    first = body.strip().split("\n", 1)[0]
    for mark in "。！？；":
        first = first.split(mark, 1)[0]
    return first if len(first) <= TITLE_LENGTH else first[: TITLE_LENGTH - 1] + "…"


def _opinion(code: IntakeCode, spoken: Spoken, channel: Channel) -> Opinion:
    rapid = rulebook.setting_value(RAPID_SETTING, [], region_code=code.region_id, on=today())
    return Opinion(
        client_id=spoken.client_id,
        receipt=new_receipt(),
        title=title_of(spoken.body),
        body=spoken.body,
        where=spoken.where,
        contact_name=spoken.contact_name,
        contact_phone=spoken.contact_phone,
        notice_version=spoken.notice_version,
        source=code.source,
        channel=channel,
        lane=Lane.RAPID if code.source in rapid else Lane.ORDINARY,
        code_id=code.pk,
        region_id=code.region_id,
        place_id=code.place_id,
        station_id=code.station_id,
        deputy_id=code.deputy_id,
        enterprise_id=code.enterprise_id,
    )


def _savepoint() -> AbstractContextManager[Any]:
    """Keeps a caller's transaction usable after a refused insert; costs nothing where there is none."""
    return transaction.atomic() if connection.in_atomic_block else nullcontext()


def _open_once(opinion: Opinion, move: str, actor: Actor, photos: Sequence[str]) -> Opinion:
    data: dict[str, Any] = {
        "source": opinion.source,
        "channel": opinion.channel,
        "code": opinion.code_id,
        "slip": opinion.slip,
    }
    if photos:
        data["photos"] = list(photos)
    try:
        with _savepoint():
            return open_matter(matter=opinion, kind="opinion", actor=actor, transition=move, data=data)
    except IntegrityError:
        first = Opinion.objects.filter(client_id=opinion.client_id).first()
        if first is None:
            raise
        if not _says_the_same(first, opinion) or not photos_declared(first).issuperset(photos):
            raise Conflict(_("这份表单已经提交过另一件意见。如需再提一件，请核对内容后再次提交。")) from None
        return first


def _says_the_same(first: Opinion, again: Opinion) -> bool:
    return all(getattr(first, name) == getattr(again, name) for name in TYPED)
