"""Who plans activities, logs visits, and does and checks practical deeds."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.deputies.models import PracticalDeed
from guantong.matters.policies import every, holds

ORGANISERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM, Role.KEEPER, Role.DEPUTY})

organiser = holds(ORGANISERS, lambda: _("履职活动由代表、联络站、乡镇人大或县人大工作人员登记。"))


def _not_the_doer(actor: Actor, deed: PracticalDeed) -> str | None:
    if actor.person_id == deed.done_by_id:
        return _("办实事由登记人以外的人核实。")
    return None


checker = every(holds({*CONGRESS_ROLES, Role.PRESIDIUM}, lambda: _("办实事由县人大或乡镇人大核实。")), _not_the_doer)

POLICIES = {"organiser": organiser, "checker": checker}
