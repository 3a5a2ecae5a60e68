"""All that the page of an opinion shows to whoever asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from guantong.accounts.actors import CITIZEN_ACTOR
from guantong.attachments.selectors import photos_of
from guantong.matters.models import LinkKind
from guantong.matters.policies import permitted_moves
from guantong.matters.selectors import running_clocks, timeline
from guantong.opinions.models import Opinion, Outcome
from guantong.opinions.receipts import grouped
from guantong.portal.acts import ACTS
from guantong.portal.became import followed_suggestion
from guantong.portal.progress import expected, state_label, steps_of, time_limit, whose_move
from guantong.portal.public_words import congress_of, public_entries, reason_given

MOST_MERGES = 5
"""Steps from a merged opinion to the one that goes on; no longer chain is followed."""


def page_of(opinion: Opinion) -> dict[str, Any]:
    """The context of portal/followed.html.

    Of an opinion that was merged, the progress is that of the one which goes on: its answer, not its words.
    """
    main = _main_of(opinion)
    entries = list(timeline(opinion))
    merged = main.pk != opinion.pk
    # The call after an answer, and the question whether it is good, are for whoever asked in the one that goes on.
    asked = merged and main.state in ("answered", "closing", "closed")
    clocks = [] if asked else running_clocks(main)
    moves = {move.code for move in permitted_moves(CITIZEN_ACTOR, opinion)}
    answered_before = bool(main.answer) and not main.outcome
    if not (opinion.contact_name or opinion.contact_phone):
        moves.discard("erase_contact")
    return {
        "opinion": opinion,
        "main": main,
        "merged": merged,
        "number": grouped(opinion.receipt),
        "congress": congress_of(opinion),
        "label": state_label(opinion),
        "steps": steps_of(main),
        "move": whose_move(opinion),
        "main_move": "" if asked else whose_move(main),
        "expected": expected(clocks),
        "time_limit": time_limit(clocks),
        "reason": reason_given(entries, "decline") or reason_given(entries, "route_out"),
        "answered_before": answered_before,
        "outcome": _outcome_before(main) if answered_before else main.get_outcome_display(),
        "photos": [_photo(photo.pk) for photo in photos_of(opinion.pk)],
        "suggestion": followed_suggestion(opinion) if opinion.state == "became" else None,
        "entries": public_entries(entries),
        "acts": [act for act in ACTS if act.transition in moves],
    }


def _photo(pk: UUID) -> dict[str, object]:
    """A photo as base/_photos.html shows it: small on the page, whole behind the link."""
    url, small = reverse("portal:photo", args=[pk]), reverse("portal:thumbnail", args=[pk])
    return {"url": url, "small": small, "width": 320, "height": 240}


def _outcome_before(main: Opinion) -> str:
    """What the answer said had come of it, before it was asked to be handled again; empty when no entry tells."""
    told = (entry.data.get("changes", {}).get("outcome", [""])[0] for entry in reversed(list(timeline(main))))
    return next((str(Outcome(before).label) for before in told if before), "")


def _main_of(opinion: Opinion) -> Opinion:
    """The opinion that goes on in place of a merged one; itself when it was not merged."""
    main = opinion
    for _ in range(MOST_MERGES):
        if main.state != "merged":
            break
        further = Opinion.objects.select_related("region", "holder", "answered_for").filter(
            links_in__source_id=main.pk, links_in__kind=LinkKind.MERGED_INTO
        )
        main = further.first() or main
    return main
