"""The page for a form that came without its proof of origin (CSRF)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Says what happened and how to go back without losing what was typed."""
    return render(request, "403_csrf.html", status=403)
