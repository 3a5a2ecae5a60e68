"""A system check: the permission table lists every address of the site, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import URLPattern, URLResolver, get_resolver

from guantong.accounts.permissions import table


def addresses(resolver: URLResolver | None = None, namespace: str = "") -> Iterator[str]:
    """The name of every address of the site, with its namespace; one without a name as its pattern."""
    for found in (resolver or get_resolver()).url_patterns:
        if isinstance(found, URLResolver):
            yield from addresses(found, ":".join(filter(None, [namespace, found.namespace])))
        elif isinstance(found, URLPattern):
            yield ":".join(filter(None, [namespace, found.name or str(found.pattern)]))


@register(Tags.urls)
def every_address_is_in_the_table(**_: Any) -> list[CheckMessage]:
    """An address that is missing opens to nobody, and a row that leads nowhere is a name mistyped."""
    listed, real = set(table()), set(addresses())
    missing = [Error(f"the permission table does not list {name}", id="guantong.E003") for name in real - listed]
    idle = [
        Error(f"the permission table lists {name}, which is no address", id="guantong.E004") for name in listed - real
    ]
    return [*sorted(missing, key=str), *sorted(idle, key=str)]


def load() -> None:
    """Importing this module registers its check; calling this says that it is meant."""
