"""Opening a matter from a form that may be sent twice."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import Conflict
from guantong.matters.models import Matter
from guantong.matters.services.open import open_matter

M = TypeVar("M", bound=Matter)


def open_matter_once(*, matter: M, kind: str, actor: Actor, **more: Any) -> M:
    """Open a matter whose `id` its form brought along: the same form sent twice is one matter, the first.

    Raises what open_matter raises, and Conflict when another matter bears that id.
    """
    try:
        with transaction.atomic():
            return open_matter(matter=matter, kind=kind, actor=actor, **more)
    except IntegrityError:
        first = type(matter)._default_manager.filter(pk=matter.id, region_id=matter.region_id).first()
        if first is None or first.title != matter.title:
            raise Conflict(_("这份表单已经提交过。要再登记一件，请重新打开页面。")) from None
        return cast(M, first)
