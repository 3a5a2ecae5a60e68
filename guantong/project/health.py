"""Two addresses for whoever watches the processes: alive, and ready."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from guantong.project.prepare import pending_migrations

_migrated = False


class HealthMiddleware:
    """Answers both addresses before anything else looks at a request.

    Whoever watches asks this machine by number and without TLS; the site itself answers to its own name
    alone, and redirects to HTTPS.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return ADDRESSES.get(request.path_info, self.get_response)(request)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as this process answers at all; asks nobody."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and every migration is applied, else 503 with the one that fails."""
    missing = _missing()
    body = {"ready": missing is None, "missing": missing}
    return JsonResponse(body, status=200 if missing is None else 503)


def _missing() -> str | None:
    """What is not ready. Migrations are looked at until they are all there; no process loses one again."""
    global _migrated
    from django.db import connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _migrated:
            _migrated = not pending_migrations()
    except (DatabaseError, InterfaceError):
        connection.close()
        return "database"
    return None if _migrated else "migrations"


ADDRESSES: dict[str, Callable[[HttpRequest], HttpResponse]] = {"/healthz": healthz, "/readyz": readyz}
