"""Everything that the page of a matter shows, read in a bounded number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guantong.accounts.actors import Actor
from guantong.attachments.selectors import photos_of
from guantong.desk.clocks_shown import chips
from guantong.desk.counted import counted
from guantong.desk.history import history
from guantong.desk.steps import steps
from guantong.kernel.procedure import Transition
from guantong.matters.actions import desk_of, offered
from guantong.matters.models import Link, LinkKind, Matter
from guantong.matters.policies import permitted_moves
from guantong.matters.registry import kind_of, procedure_of
from guantong.matters.selectors import running_clocks, told_timeline, visible

LINK_WORDS = {
    LinkKind.MERGED_INTO: (gettext_lazy("已并入"), gettext_lazy("并入本件的事项")),
    LinkKind.BECAME: (gettext_lazy("转为"), gettext_lazy("来自")),
    LinkKind.RAISED_AT: (gettext_lazy("提出于"), gettext_lazy("在此提出")),
    LinkKind.GROUNDS: (gettext_lazy("作为选题依据"), gettext_lazy("选题依据")),
    LinkKind.LED_TO: (gettext_lazy("形成"), gettext_lazy("由来")),
    LinkKind.PAID_BY: (gettext_lazy("专项资金支持"), gettext_lazy("落实的建议")),
}


@dataclass(frozen=True, slots=True)
class Button:
    """One action that the actor may take now; `main`: the one that normally comes next."""

    code: str
    label: str
    url: str
    main: bool
    grave: bool


def matter_context(matter: Matter, actor: Actor) -> dict[str, Any]:
    """The context of desk/matter.html and of the kind's own detail template."""
    kind, procedure, entries = kind_of(matter), procedure_of(matter), told_timeline(matter, actor)
    state = procedure.by_state[matter.state]
    detail, found = desk_of(matter.kind).detail, buttons(matter, actor)
    return {
        "matter": matter,
        "kind": kind,
        "procedure": procedure,
        "state": state,
        "whose": "" if state.final else matter.holder.name if matter.holder else _("本级人大"),
        "clocks": chips(running_clocks(matter)),
        "steps": steps(procedure, matter.state, entries),
        "buttons": found,
        "why_not": _why_not(matter, actor),
        "may_merge": any(button.code == "merge" for button in found),
        "entries": history(entries, procedure, type(matter)),
        "photos": _photos(matter),
        "links": _links(matter, actor),
        "figures": counted(matter),
        **(detail(matter, actor) if detail else {}),
    }


def buttons(matter: Matter, actor: Actor) -> list[Button]:
    """What the actor may do now, the normal next step first."""
    moves = offered(matter.kind, permitted_moves(actor, matter))
    shown = [_button(matter, move) for move in moves]
    return sorted(shown, key=lambda button: (not button.main, button.grave))


def _button(matter: Matter, move: Transition) -> Button:
    grave = desk_of(matter.kind).forms[move.code].grave
    return Button(move.code, move.label, reverse("desk:move", args=[matter.pk, move.code]), move.main, grave)


def _why_not(matter: Matter, actor: Actor) -> str:
    """Why the next step is not this actor's; empty when one of the ways there is, or when there is none.

    Where several lanes lead to the next step, the one of the normal course is not named: it may be another's.
    """
    policies, moves = kind_of(matter).policies, list(procedure_of(matter).moves_from(matter.state))
    main = next((move for move in moves if move.main), None)
    if main is None:
        return ""
    ways = {move.who for move in moves if move.target == main.target and not move.automatic}
    if any(policies[who](actor, matter) is None for who in ways):
        return ""
    sentence = policies[main.who](actor, matter) or ""
    return sentence if len(ways) > 1 else _("下一步“%(step)s”：%(why)s") % {"step": main.label, "why": sentence}


def _photos(matter: Matter) -> Sequence[dict[str, Any]]:
    return [
        {"url": reverse("desk:photo", args=[matter.pk, photo.pk]), "width": photo.width, "height": photo.height}
        for photo in photos_of(matter.pk)
    ]


def _links(matter: Matter, actor: Actor) -> list[dict[str, object]]:
    """The ties to matters that the actor may open."""
    seen = visible(actor).values("pk")
    rows = Link.objects.filter(Q(source_id=matter.pk, target__in=seen) | Q(target_id=matter.pk, source__in=seen))
    found = []
    for link in rows.select_related("source", "target").order_by("made_at"):
        outward = link.source_id == matter.pk
        other = link.target if outward else link.source
        found.append(
            {
                "how": LINK_WORDS[LinkKind(link.kind)][0 if outward else 1],
                "title": other.title,
                "number": other.number or "",
                "url": reverse("desk:matter", args=[other.pk]),
            }
        )
    return found
