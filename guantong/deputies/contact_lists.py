"""Reading links and their contacts as somebody may see them, and how far the plan of a period is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db.models import Count, Q, QuerySet

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.accounts.scope import in_scope
from guantong.base.now import CHINA, today
from guantong.deputies.contact_plan import MEMBER, ContactRule, contact_rule, owed, owed_before
from guantong.deputies.models import Contact, ContactLink, Deputy, Target
from guantong.deputies.policies import place_of
from guantong.kernel.periods import Period


def links_for(actor: Actor) -> QuerySet[ContactLink]:
    """The links that exist for the actor: a deputy's own, those of the deputies of a station or township, a county's.

    A deputy's own are also those by which a member keeps contact with them.
    """
    rows = in_scope(ContactLink.objects.all(), actor).select_related("deputy", "contacted", "region", "place")
    if actor.role in CONGRESS_ROLES or actor.role in (Role.CITY, Role.AUDITOR):
        return rows
    if actor.role == Role.DEPUTY and actor.person_id is not None:
        return rows.filter(Q(deputy__person_id=actor.person_id) | Q(contacted__person_id=actor.person_id))
    if actor.role == Role.KEEPER and actor.organisation_id is not None:
        return rows.filter(deputy__station__organisation_id=actor.organisation_id)
    if actor.role == Role.PRESIDIUM and (place := place_of(actor)):
        return rows.filter(deputy__place__code__startswith=place)
    return rows.none()


def own_links(actor: Actor) -> QuerySet[ContactLink]:
    """The links that the actor keeps as a deputy, or for those who keep a station those of its deputies; now open."""
    rows = links_for(actor).filter(until__isnull=True)
    if actor.role == Role.DEPUTY and actor.person_id is not None:
        return rows.filter(deputy__person_id=actor.person_id)
    return rows


def contacts_of(link: ContactLink) -> QuerySet[Contact]:
    """The log of a link."""
    return Contact.objects.filter(link=link).select_related("link", "written_by", "became")


def linkable(actor: Actor) -> QuerySet[Deputy]:
    """The deputies in office for whom the actor may set up links."""
    rows = Deputy.objects.filter(region_id=actor.region_code, active=True).select_related("place", "station")
    if actor.role in CONGRESS_ROLES:
        return rows
    if actor.role == Role.DEPUTY and actor.person_id is not None:
        return rows.filter(person_id=actor.person_id)
    if actor.role == Role.KEEPER and actor.organisation_id is not None:
        return rows.filter(station__organisation_id=actor.organisation_id)
    place = place_of(actor) if actor.role == Role.PRESIDIUM else ""
    return rows.filter(place__code__startswith=place) if place else rows.none()


class _Standing(Protocol):
    """What the plan needs to know of a link."""

    target: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one link is in a period: contacts owed, of these so far, and made."""

    due: int
    so_far: int
    done: int

    @classmethod
    def of(cls, link: _Standing, done: int, period: Period, rule: ContactRule) -> Progress:
        times = rule.times[link.target]
        span = {"since": link.since, "until": link.until}
        return cls(owed(times, period, **span), owed_before(today(), times, period, **span), done)  # type: ignore[arg-type]  # as declared

    @property
    def behind(self) -> bool:
        """Fewer contacts than were owed before today."""
        return self.done < self.so_far

    @property
    def reached(self) -> bool:
        """As many contacts as the whole period asks for."""
        return self.done >= self.due


def with_progress(links: Sequence[ContactLink], period: Period) -> list[tuple[ContactLink, Progress]]:
    """Each link with how far it is, in one query for all."""
    done = _done(Q(link__in=[link.pk for link in links]), period)
    rules = {code: contact_rule(code) for code in {link.region_id for link in links}}
    return [(link, Progress.of(link, done.get(link.pk, 0), period, rules[link.region_id])) for link in links]


@dataclass(slots=True)
class Keeper:
    """How far one member or deputy is: links at the end of the period, contacts owed and made, links behind."""

    deputy: Deputy
    wanted: int
    links: int = 0
    due: int = 0
    done: int = 0
    behind: int = 0
    contacts: int = 0

    @property
    def missing(self) -> int:
        """Links that are wanted and not there."""
        return max(self.wanted - self.links, 0)

    @property
    def lacking(self) -> bool:
        """Whether something is missing: a link, or a contact that was due before today."""
        return self.missing > 0 or self.behind > 0


def plan_of(rows: QuerySet[ContactLink], deputies: Iterable[Deputy], kind: str, period: Period) -> list[Keeper]:
    """How far each of these is with the links of a kind (MEMBER or DEPUTY) in a period, whoever lacks most first.

    `done` stops at what a link is owed, so that one firm called on ten times does not hide nine that nobody called
    on; `contacts` counts all. Two queries.
    """
    rows = rows.filter(target=Target.DEPUTY) if kind == MEMBER else rows.exclude(target=Target.DEPUTY)
    rows = rows.filter(since__lte=period.end).exclude(until__lt=period.start)
    found = {deputy.pk: Keeper(deputy, 0) for deputy in deputies}
    links: dict[int, list[Any]] = defaultdict(list)
    for row in rows.filter(deputy__in=found).select_related(None).only("deputy_id", "target", "since", "until"):
        links[row.deputy_id].append(row)
    done = _done(Q(link__in=rows.filter(deputy__in=found).values("pk")), period) if links else {}
    rules: dict[str, ContactRule] = {}
    for pk, keeper in found.items():
        region = keeper.deputy.region_id
        rule = rules.setdefault(region, contact_rule(region))
        keeper.wanted = rule.links[kind]
        for link in links[pk]:
            _add(keeper, link, Progress.of(link, done.get(link.pk, 0), period, rule), min(today(), period.end))
    return sorted(found.values(), key=lambda k: (-k.behind, k.links >= k.wanted, k.deputy.pk))


def keepers_of(actor: Actor, region_code: str, kind: str) -> QuerySet[Deputy]:
    """Who keeps links of a kind in a county, as far as the actor sees them."""
    rows = linkable(actor) if actor.region_code == region_code else Deputy.objects.filter(active=True)
    rows = rows.filter(region_id=region_code).select_related("place", "station")
    return rows.filter(member=True) if kind == MEMBER else rows


def _add(keeper: Keeper, link: Any, progress: Progress, last: date) -> None:
    keeper.links += link.since <= last and (link.until is None or link.until > last)
    keeper.due += progress.due
    keeper.done += min(progress.done, progress.due)
    keeper.behind += progress.behind
    keeper.contacts += progress.done


def _done(which: Q, period: Period) -> Mapping[Any, int]:
    """Contacts made in a period, by link."""
    start, after = period.bounds(CHINA)
    rows = Contact.objects.filter(which, struck_at__isnull=True, met_at__gte=start, met_at__lt=after)
    return dict(rows.order_by().values_list("link").annotate(made=Count("pk")))
