"""Who may do what with a ballot: the congress's staff run it; whoever stands on the roll votes, for themselves."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.ballots.models import Ballot
from guantong.matters.policies import every, holds
from guantong.matters.registry import Policy

desk = holds(CONGRESS_ROLES, lambda: _("表决由县人大常委会工作人员组织。"))


def _not_followed(actor: Actor, ballot: Ballot) -> str | None:
    return _("再次投票已经组织。") if Ballot.objects.filter(follows=ballot).exists() else None


POLICIES: dict[str, Policy] = {"desk": desk, "again": every(desk, _not_followed)}
