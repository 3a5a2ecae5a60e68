"""From which address somebody asks, when proxies stand between them and us."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

from guantong.base.refusals import Refusal

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class TrustedProxies:
    """Whose word about the client counts: so many proxies in a row, or those at known addresses."""

    count: int = 0
    networks: tuple[Network, ...] = ()

    @classmethod
    def read(cls, written: str) -> TrustedProxies:
        """From a number (`1`) or addresses and networks (`10.0.0.5,10.1.0.0/16`); empty for none.

        Raises Refusal for anything else.
        """
        parts = [part.strip() for part in written.split(",") if part.strip()]
        if len(parts) == 1 and parts[0].isdecimal():
            return cls(count=int(parts[0]))
        try:
            return cls(networks=tuple(_network(part) for part in parts))
        except ValueError as error:
            raise Refusal(f"TRUSTED_PROXIES 应写成代理的个数或地址，例如 1 或 10.0.0.5：{written}") from error

    def passes(self, address: str, steps: int) -> bool:
        """Whether the one at `address`, `steps` proxies away from us, is a proxy whose word counts."""
        if not self.networks:
            return steps < self.count
        known = ip_address(address)
        return any(known in network for network in self.networks)


def client_address(request: HttpRequest) -> str:
    """The address that the outermost trusted proxy saw; empty where the server knows none.

    Each proxy adds on the right of X-Forwarded-For whom it saw. So the list is read from there, and only as
    far as trust goes: what stands further left is what a sender claims.
    """
    address: str = request.META.get("REMOTE_ADDR", "")
    for steps, before in enumerate(_forwarded(request)):
        if not address or not before or not settings.TRUSTED_PROXIES.passes(address, steps):
            break
        address = before
    return address


def _network(part: str) -> Network:
    if part.isdecimal():
        raise ValueError(part)
    return ip_network(part, strict=False)


def _forwarded(request: HttpRequest) -> Iterator[str]:
    """The addresses in X-Forwarded-For, the nearest first; empty for what is none."""
    for part in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        yield _address(part.strip())


def _address(part: str) -> str:
    """An address as some proxies write it, with a port behind it."""
    bare = part[1:].partition("]")[0] if part.startswith("[") else part
    host = bare.partition(":")[0] if bare.count(":") == 1 else bare
    try:
        return str(ip_address(host))
    except ValueError:
        return ""
