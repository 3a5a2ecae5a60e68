"""Asking a web server whether it is ready."""

from __future__ import annotations

import http.client


def is_ready(host: str, port: int) -> bool:
    """Whether /readyz answers 200."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
