"""What every page knows."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest

from guantong.base.drafts import writer_of

MODE_COOKIE = "mode"
ELDER = "elder"


def page(request: HttpRequest) -> dict[str, Any]:
    """`mode`: elder for the large, high-contrast pages that a person chose (长者模式); `writer`: see base.drafts."""
    return {
        "mode": ELDER if request.COOKIES.get(MODE_COOKIE) == ELDER else "",
        "writer": partial(writer_of, request),
    }
