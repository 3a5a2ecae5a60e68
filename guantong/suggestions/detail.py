"""What the page of a matter shows of a suggestion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guantong.accounts.actors import Actor
from guantong.base.now import local_day
from guantong.matters.actions import Desk, MoveForm
from guantong.suggestions.forms import desk, drafting, handling, rating
from guantong.suggestions.models import Suggestion
from guantong.suggestions.selectors import replied_on_paper, reply_letter

FORMS: dict[str, type[MoveForm]] = {**drafting.FORMS, **desk.FORMS, **handling.FORMS, **rating.FORMS}


def detail(suggestion: Suggestion, actor: Actor) -> Mapping[str, Any]:
    """The context of suggestions/_suggestion.html."""
    replied = suggestion.replied_at
    return {
        "signatures": list(suggestion.signatures.select_related("deputy")),
        "shares": list(suggestion.shares.select_related("organisation")),
        "on_paper": replied_on_paper(suggestion),
        "contacts": list(suggestion.contacts.all()),
        "letter": reply_letter(suggestion.reply_category, region_code=suggestion.region_id, on=local_day(replied))
        if replied
        else "",
    }


DESK = Desk(forms=FORMS, loads=("lead", "replied_by", "replied_for", "rated_by"), detail=detail)
