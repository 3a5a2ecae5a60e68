"""`{% likely_matters likely %}`: what may be the same thing said before, inside the form that would say it again."""

from __future__ import annotations

from collections.abc import Sequence

from django import template

from guantong.matters.asking_first import SEEN
from guantong.matters.duplicates import Likely
from guantong.matters.registry import procedure_of

register = template.Library()


@register.inclusion_tag("matters/_likely.html")
def likely_matters(likely: Sequence[Likely], files_again: bool = False) -> dict[str, object]:
    """The list with each one's state, and the button that saves nevertheless.

    `files_again`: files had been chosen, which a browser does not send a second time by itself.
    """
    rows = [(matter, procedure_of(matter).by_state[matter.state], likeness) for matter, likeness in likely]
    return {"rows": rows, "seen": SEEN, "files_again": files_again}
