"""The address under which people reach this installation: printed on codes and slips."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from guantong.base.refusals import Refusal


def read_public_address(written: str) -> str:
    """PUBLIC_ADDRESS as scheme and host, without a slash at the end; empty when nothing is written.

    Raises Refusal for anything else.
    """
    address = written.strip().rstrip("/")
    if address and not _is_address(address):
        raise Refusal(f"PUBLIC_ADDRESS 应写成 https://主机名，后面没有路径，例如 https://rd.example.cn：{written}")
    return address


def host_of(address: str) -> str:
    """The host in an address; empty for none."""
    return urlsplit(address).hostname or ""


def public_url(request: HttpRequest, path: str) -> str:
    """The whole address of a path: of this installation's own, else of the host that was asked."""
    return settings.PUBLIC_ADDRESS + path if settings.PUBLIC_ADDRESS else request.build_absolute_uri(path)


def opens_nowhere_else(url: str) -> bool:
    """Whether an address only means something on this very machine, so that no phone opens it."""
    host = host_of(url)
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        named = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return named and not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
