"""Letting those see a suggestion who take part in it without holding it: signers, co-units, merged leads."""

from __future__ import annotations

from collections.abc import Iterable

from guantong.accounts.actors import posts_held
from guantong.accounts.models import Role
from guantong.base.now import now
from guantong.deputies.models import Deputy
from guantong.matters.models import Holding, Matter
from guantong.regions.models import Organisation


def home_of(deputy: Deputy) -> Organisation | None:
    """The body in which a deputy acts: that of their post, else of their station; None for neither."""
    if deputy.person_id is not None:
        post = posts_held().filter(person_id=deputy.person_id, role=Role.DEPUTY).first()
        if post is not None:
            return post.organisation
    return deputy.station.organisation if deputy.station else None


def let_see(matter: Matter, bodies: Iterable[Organisation | None]) -> None:
    """From now on these bodies see the matter; those that do already are passed over."""
    keys = sorted({body.pk for body in bodies if body is not None})
    rows = [Holding(organisation_id=key, matter_id=matter.pk, since=now()) for key in keys]
    Holding.objects.bulk_create(rows, ignore_conflicts=True)
