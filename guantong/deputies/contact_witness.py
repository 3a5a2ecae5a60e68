"""Every contact held against the entries of its link: `guantong ledger verify` asks this beside the ledger itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from guantong.audit.faults import Fault, Tick
from guantong.audit.models import Entry
from guantong.audit.witnesses import Witness
from guantong.deputies.models import Contact, ContactLink
from guantong.kernel.sm3chain import canonical, sm3

AT_ONCE = 500
"""Contacts in memory at a time, with the entries of their links."""

LOGGED, FOLLOWED, STRUCK = "log_contact", "follow_contact", "strike_contact"


def contact_digest(contact: Contact) -> str:
    """SM3 over what was logged of a contact, kept by the entry that logs it: the words themselves are not."""
    told = {
        "met_at": contact.met_at.astimezone(UTC).isoformat(),
        "how": contact.how,
        "person_times": contact.person_times,
        "said": contact.said,
        "followed": contact.followed,
        "on_behalf": contact.on_behalf,
    }
    return sm3(canonical(told)).hex()


@dataclass(slots=True)
class _Told:
    """What the entries say of contacts, by the contact's id."""

    digests: dict[Any, Any] = field(default_factory=dict)
    became: dict[Any, Any] = field(default_factory=dict)
    struck: set[Any] = field(default_factory=set)


def contact_faults(tick: Tick) -> Iterator[Fault]:
    """Every contact that says otherwise than its entries, and every one that is gone while its entry is there."""
    stream = Contact.objects.order_by("pk").iterator(chunk_size=AT_ONCE)
    while batch := list(islice(stream, AT_ONCE)):
        told = _told(batch)
        yield from (Fault(str(contact.link_id), what) for contact in batch for what in _differences(contact, told))
        tick(len(batch))
    yield from _vanished()


def _told(batch: Sequence[Contact]) -> _Told:
    told = _Told()
    rows = Entry.objects.filter(chain__in={c.link_id for c in batch}, action__in=[LOGGED, FOLLOWED, STRUCK])
    for action, data in rows.order_by("seq").values_list("action", "data"):
        # An entry that was tampered with may keep anything at all.
        kept = data if isinstance(data, dict) else {}
        if not isinstance(key := kept.get("contact"), int):
            continue
        if action == LOGGED:
            told.digests[key] = kept.get("sm3")
        elif action == FOLLOWED:
            told.became[key] = kept.get("became")
        else:
            told.struck.add(key)
    return told


def _differences(contact: Contact, told: _Told) -> Iterator[str]:
    if contact.pk not in told.digests:
        yield _("台账里没有这条联系记录")
    elif told.digests[contact.pk] != contact_digest(contact):
        yield _("联系记录与台账所记的摘要不符")
    if (contact.pk in told.struck) != (contact.struck_at is not None):
        yield _("联系记录的作废与台账不符")
    if told.became.get(contact.pk) != (str(contact.became_id) if contact.became_id else None):
        yield _("联系记录的后续与台账不符")


def _vanished() -> Iterator[Fault]:
    # Another kind's move may have the same code.
    logged = Entry.objects.filter(action=LOGGED, chain__in=ContactLink.objects.values("pk"))
    stream = logged.order_by("pk").values_list("chain", "data").iterator(AT_ONCE)
    while batch := list(islice(stream, AT_ONCE)):
        named = [(chain, data.get("contact")) for chain, data in batch if isinstance(data, dict)]
        known = set(
            Contact.objects.filter(pk__in=[k for _c, k in named if isinstance(k, int)]).values_list("pk", flat=True)
        )
        yield from (
            Fault(str(chain), _("台账里有这条联系记录，记录却已经不在")) for chain, k in named if k not in known
        )


WITNESS = Witness(extent=Contact.objects.count, faults=contact_faults)
