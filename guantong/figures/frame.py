"""What stands around every page of figures: told by the door that they are shown at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Frame = Callable[[Any, str], dict[str, Any]]
"""The context of the base template for a request, with the URL name of the place in the navigation."""

_frames: list[Frame] = []


def frame_with(frame: Frame) -> None:
    """Make known what stands around the pages."""
    _frames.append(frame)


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, current: str, status: int = 200
) -> HttpResponse:
    """A page inside its frame."""
    around: dict[str, Any] = {}
    for frame in _frames:
        around |= frame(request, current)
    return render(request, template, {**around, **context}, status=status)
