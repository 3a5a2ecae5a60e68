"""Who acts: a person in a post, a citizen, or the system."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from guantong.accounts.models import ADMINISTRATORS, Person, Post, Role
from guantong.audit.ledger import Author
from guantong.base.now import today

CITIZEN = "citizen"
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who asks for something. Every service takes one; every policy reads nothing else of them."""

    role: str
    name: str
    region_code: str = ""
    organisation_id: int | None = None
    organisation_name: str = ""
    person_id: int | None = None

    @classmethod
    def of(cls, post: Post) -> Actor:
        """The person of a post, acting in it. `person` and `organisation` should be loaded."""
        return cls(
            role=post.role,
            name=post.person.name,
            region_code=post.region_id,
            organisation_id=post.organisation_id,
            organisation_name=post.organisation.name,
            person_id=post.person_id,
        )

    @property
    def author(self) -> Author:
        """How the ledger keeps this actor."""
        return Author(self.name, self.role, self.organisation_name, self.person_id)

    @property
    def signed_in(self) -> bool:
        return self.person_id is not None


CITIZEN_ACTOR = Actor(CITIZEN, "群众")
SYSTEM_ACTOR = Actor(SYSTEM, "系统")


def posts_held(on: date | None = None) -> QuerySet[Post]:
    """Posts that are held on a day, today unless told, the oldest first, with person and organisation."""
    held = Post.objects.filter(until__isnull=True, since__lte=on or today())
    return held.select_related("organisation", "person").order_by("since", "id")


def actor_of(person: Person) -> Actor | None:
    """The person in the post that they hold now; None without one. Of several, the oldest."""
    post = person.current_post or posts_held().filter(person=person).first()
    return Actor.of(post) if post else None


CONGRESS_ROLES = frozenset({Role.DIRECTOR, Role.CLERK})
"""Roles that speak for a county's standing committee."""

WORKERS = frozenset(Role) - ADMINISTRATORS
"""Everybody who works on matters; the three administrators do not."""
