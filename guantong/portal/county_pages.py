"""What the public pages of one county share: which county it is, and a page of what is published there."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from guantong.base.keyset import newest_first
from guantong.base.refusals import BadInput
from guantong.regions.models import Region
from guantong.regions.selectors import region_by_code


def county_or_404(code: str) -> Region:
    """The county of a code; one that it bore before works too. Raises Http404."""
    if not code.isdecimal():
        raise Http404
    try:
        return region_by_code(code)
    except BadInput as unknown:
        raise Http404 from unknown


def published_page(request: HttpRequest, rows: QuerySet[Any], *, moment: str) -> dict[str, Any]:
    """The context of one page by `moment`, the newest first: the rows, and the ways to the next and the first page."""
    after = request.GET.get("after", "")[:200]
    found = newest_first(rows, after, moment=moment)
    return {
        "rows": found.rows,
        "next_url": f"?after={found.next}" if found.next else "",
        "first_url": "?" if after else "",
    }
