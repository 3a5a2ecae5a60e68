"""The suggestion that an opinion became, as far as whoever asked is told of it."""

from __future__ import annotations

from dataclasses import dataclass

from guantong.matters.models import LinkKind
from guantong.matters.registry import procedure_of
from guantong.opinions.models import Opinion
from guantong.suggestions.models import ShareRole, Suggestion


@dataclass(frozen=True, slots=True)
class Followed:
    """Where the suggestion stands. Its reply is told once it was published, with personal data masked."""

    number: str
    label: str
    unit: str
    replied: bool
    published: str


def followed_suggestion(opinion: Opinion) -> Followed | None:
    """What became of an opinion that a deputy took up; None when nothing is known of it."""
    linked = Suggestion.objects.filter(links_in__source_id=opinion.pk, links_in__kind=LinkKind.BECAME)
    suggestion = linked.first()
    if suggestion is None:
        return None
    lead = suggestion.shares.filter(role=ShareRole.LEAD).values_list("organisation__name", flat=True).first()
    return Followed(
        number=suggestion.number or "",
        label=procedure_of(suggestion).by_state[suggestion.state].label,
        unit=lead or "",
        replied=suggestion.replied_at is not None,
        published=suggestion.published_text,
    )
