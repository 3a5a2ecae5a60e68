"""A paper and its problems, locked together: none of them moves while it is decided about."""

from __future__ import annotations

from typing import cast

from guantong.matters.models import Matter
from guantong.matters.services import lock_matters
from guantong.supervision.models import DeliberationOpinion, Problem


def with_problems(opinion: DeliberationOpinion) -> tuple[DeliberationOpinion, list[Problem]]:
    """The paper and all its problems as they are now, locked in the one order of locks."""
    rows: list[Matter] = [opinion, *Problem.objects.filter(origin_id=opinion.pk)]
    held, *problems = lock_matters(*rows)
    return cast(DeliberationOpinion, held), cast(list[Problem], problems)
