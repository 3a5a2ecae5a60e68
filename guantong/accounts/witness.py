"""Every account and post held against its entries: a right that was given past the ledger is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from uuid import UUID

from django.utils.translation import gettext as _

from guantong.accounts.models import Person
from guantong.accounts.services import person_chain
from guantong.audit.faults import Fault, Tick
from guantong.audit.models import Entry
from guantong.audit.witnesses import Witness

AT_ONCE = 500
"""People in memory at a time, with their posts and entries."""

Acts = Counter[tuple[str, str, str]]
"""How often a post of a role was given or ended in a region: action, role, region."""


def person_faults(tick: Tick) -> Iterator[Fault]:
    """Every account that was not registered, and everyone whose posts are not those that were given and ended."""
    stream = Person.objects.order_by("pk").prefetch_related("posts").iterator(chunk_size=AT_ONCE)
    while batch := list(islice(stream, AT_ONCE)):
        told = _told(batch)
        for person in batch:
            acts = told.get(person_chain(person), Counter())
            if not acts.pop(("register_person", "", ""), 0):
                yield Fault(person.username, _("台账里没有登记这个账号"))
            if acts != _posts(person):
                yield Fault(person.username, _("任职与台账不符"))
        tick(len(batch))


def _told(people: Sequence[Person]) -> dict[UUID, Acts]:
    told: dict[UUID, Acts] = {}
    rows = Entry.objects.filter(chain__in=[person_chain(person) for person in people])
    for chain, action, data in rows.values_list("chain", "action", "data"):
        kept = data if isinstance(data, dict) else {}
        told.setdefault(chain, Counter())[action, str(kept.get("role", "")), str(kept.get("region", ""))] += 1
    return told


def _posts(person: Person) -> Acts:
    posts = person.posts.all()
    given = Counter(("appoint", post.role, post.region_id) for post in posts)
    ended = Counter(("dismiss", post.role, post.region_id) for post in posts if post.until is not None)
    return given + ended


WITNESS = Witness(extent=Person.objects.count, faults=person_faults)
