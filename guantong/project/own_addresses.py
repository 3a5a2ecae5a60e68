"""The addresses of this machine, as its network interfaces have them."""

from __future__ import annotations

import fcntl
import socket
import struct

SIOCGIFADDR = 0x8915
"""Linux: ask an interface for its IPv4 address (netdevice(7))."""

REQUEST = struct.Struct("16s 4x 4s 232x")
"""`struct ifreq`: the name, then a sockaddr_in with the address behind family and port."""


def own_addresses() -> set[str]:
    """Every IPv4 address of this machine. What its name resolves to (on Debian 127.0.1.1) is not enough."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        return {found for _, name in socket.if_nameindex() if (found := _address_of(asked, name))}


def _address_of(asked: socket.socket, interface: str) -> str:
    """The address of one interface; empty for one without."""
    try:
        answer = fcntl.ioctl(asked.fileno(), SIOCGIFADDR, REQUEST.pack(interface.encode()[:15], b""))
    except OSError:
        return ""
    return socket.inet_ntoa(REQUEST.unpack(answer)[1])
