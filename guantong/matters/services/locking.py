"""The one order of locks: a matter before its clocks, and of several matters the smallest key first.

The lock of a matter is that of its clocks too: whoever changes a clock holds the matter, and nothing else is locked.
"""

from __future__ import annotations

from typing import TypeVar, cast
from uuid import UUID

from guantong.matters.models import Matter
from guantong.matters.registry import kind_by_code

M = TypeVar("M", bound=Matter)


def lock_matter(matter: M) -> M:
    """The row as it is now, locked until the transaction ends; its parent row carries the lock."""
    return lock_matters(matter)[0]


def lock_matters(*matters: M) -> list[M]:
    """The rows as they are now, in the order asked for, locked in the order of their keys."""
    keys = [matter.pk for matter in matters]
    list(Matter.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    return [cast(M, type(m)._default_manager.select_related("holder").get(pk=m.pk)) for m in matters]


def lock_if_free(key: UUID) -> Matter | None:
    """The matter as its own kind, locked; None while another holds it."""
    base = Matter.objects.select_for_update(skip_locked=True).filter(pk=key).only("kind").first()
    return kind_by_code(base.kind).model._default_manager.select_related("holder").get(pk=key) if base else None
