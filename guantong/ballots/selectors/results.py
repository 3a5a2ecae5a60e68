"""What a ballot came to, counted from its papers whenever somebody asks; and the file that is published of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.accounts.scope import in_scope
from guantong.ballots.models import Ballot
from guantong.ballots.selectors.roll import turnout_of
from guantong.base.refusals import NotNow
from guantong.kernel.ballot_count import Result, count
from guantong.kernel.ballot_export import FORMAT, papers_as_json
from guantong.kernel.ballot_json import result_as_json, rule_from_json, turnout_as_json
from guantong.kernel.ballot_paper import Paper as CountedPaper
from guantong.kernel.ballot_rule import Rule
from guantong.kernel.sm3chain import canonical, sm3
from guantong.matters.models import Matter
from guantong.matters.selectors import visible

COUNTED = ("counted", "published")
"""States in which a result exists."""


def rule_of(ballot: Ballot) -> Rule:
    """The rule under which it is held."""
    return rule_from_json(ballot.rule)


def papers_of(ballot: Ballot) -> list[CountedPaper]:
    """The counted papers in the order of their marks."""
    rows = ballot.papers.order_by("mark").values_list("mark", "choices")
    return [CountedPaper(mark, tuple(choices)) for mark, choices in rows]


def result_of(ballot: Ballot) -> Result:
    """The result, with its working. Raises NotNow before the ballot is counted: nobody reads a part of it."""
    if ballot.state not in COUNTED:
        raise NotNow(_("还没有计票，不能查看结果。"))
    return count(rule_of(ballot), papers_of(ballot), turnout_of(ballot))


def ballots_for(actor: Actor) -> QuerySet[Ballot]:
    """The ballots that exist for an actor."""
    seen = visible(actor).filter(kind="ballot").values("pk")
    return Ballot.objects.filter(pk__in=seen)


def ballots_on(matter: Matter) -> QuerySet[Ballot]:
    """The ballots about a matter, the newest first."""
    return Ballot.objects.filter(subject_id=matter.pk).order_by("-opened_at")


def published_in(region_code: str) -> QuerySet[Ballot]:
    """What everybody may read: the published ballots of a county."""
    return Ballot.objects.filter(region_id=region_code, state="published").order_by("-closed_at")


def subjects_for(actor: Actor) -> QuerySet[Matter]:
    """Matters that a ballot may be about: open ones of the actor's county, ballots themselves left out."""
    return in_scope(Matter.objects.filter(closed_at__isnull=True), actor).exclude(kind="ballot")


def setup_of(ballot: Ballot) -> dict[str, Any]:
    """All that is settled before anybody votes: what is sealed when the set-up is frozen, and published."""
    return {
        "ballot": str(ballot.pk),
        "title": ballot.title,
        "region": ballot.region_id,
        "voters": ballot.voters,
        "purpose": ballot.purpose,
        "subject": str(ballot.subject_id or ""),
        "follows": str(ballot.follows_id or ""),
        "roll": _roll_digest(ballot.roll.values_list("deputy_id", flat=True)),
        "rule": ballot.rule,
    }


def _roll_digest(deputies: Sequence[int] | Any) -> str:
    return sm3(canonical({"roll": sorted(deputies)})).hex()


def export_of(ballot: Ballot) -> dict[str, Any]:
    """The file from which anybody can count again (kernel.ballot_export). Raises NotNow until it is published."""
    if ballot.state != "published":
        raise NotNow(_("结果公布以后才能下载。"))
    return {
        "format": FORMAT,
        "setup": setup_of(ballot),
        "setup_digest": ballot.setup_digest,
        "turnout": turnout_as_json(turnout_of(ballot)),
        "papers": papers_as_json(papers_of(ballot)),
        "papers_digest": ballot.papers_digest,
        "result": result_as_json(result_of(ballot)),
    }


def published(pk: UUID) -> Ballot | None:
    """A published ballot by its key, for everybody."""
    return Ballot.objects.select_related("region", "followed_by").filter(pk=pk, state="published").first()
