"""Parts from which the domains' policies are made: each a yes, or a no with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django.utils.translation import gettext as _

from guantong.accounts.actors import SYSTEM, Actor
from guantong.accounts.scope import sees_region
from guantong.kernel.procedure import Transition
from guantong.matters.models import Matter
from guantong.matters.registry import Policy, kind_of


def anyone(actor: Actor, matter: Any) -> str | None:
    """Open to all."""
    return None


def system_only(actor: Actor, matter: Any) -> str | None:
    """Moves that nobody makes by hand."""
    return None if actor.role == SYSTEM else _("这一步由系统自动进行。")


def every(*policies: Policy) -> Policy:
    """Yes only if all say yes; the first no is the answer."""

    def decide(actor: Actor, matter: Any) -> str | None:
        return next((no for policy in policies if (no := policy(actor, matter))), None)

    return decide


def either(*policies: Policy) -> Policy:
    """Yes if one says yes; else the last no."""

    def decide(actor: Actor, matter: Any) -> str | None:
        answer: str | None = None
        for policy in policies:
            answer = policy(actor, matter)
            if answer is None:
                return None
        return answer

    return decide


def holds(roles: Collection[str], sentence: Callable[[], str]) -> Policy:
    """The actor's post has one of these roles, in the matter's own county."""

    def decide(actor: Actor, matter: Matter) -> str | None:
        if actor.role not in roles:
            return sentence()
        if actor.region_code != matter.region_id or not sees_region(actor, matter.region_id):
            return _("只有本县（市、区）的人员可以办理。")
        return None

    return decide


def holds_matter(actor: Actor, matter: Matter) -> str | None:
    """The actor belongs to the organisation whose move it is."""
    if actor.organisation_id is not None and actor.organisation_id == matter.holder_id:
        return None
    return _("只有承办单位的经办人可以进行这一步。")


def permitted_moves(actor: Actor, matter: Matter) -> list[Transition]:
    """The transitions that this actor may make now, in declared order, automatic ones left out."""
    kind = kind_of(matter)
    return [
        move
        for move in kind.under(matter.rules_version).moves_from(matter.state)
        if not move.automatic and kind.policies[move.who](actor, matter) is None
    ]
