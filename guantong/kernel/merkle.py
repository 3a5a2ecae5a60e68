"""The root of a Merkle tree over SM3, built as in RFC 6962 section 2.1."""

from collections.abc import Sequence

from guantong.kernel.sm3chain import sm3

_LEAF, _NODE = b"\x00", b"\x01"


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the root of `leaves`, leaf and node hashed under different prefixes; none: SM3 of nothing."""
    if not leaves:
        return sm3(b"")
    return _subroot([leaf_hash(leaf) for leaf in leaves])


def leaf_hash(leaf: bytes) -> bytes:
    """Return the digest under which `leaf` enters the tree."""
    return sm3(_LEAF + leaf)


def _node(left: bytes, right: bytes) -> bytes:
    return sm3(_NODE + left + right)


def _subroot(digests: list[bytes]) -> bytes:
    """Pair neighbours level by level, an odd last one rising as it is: the same tree as RFC 6962's split."""
    while len(digests) > 1:
        paired = [_node(digests[at], digests[at + 1]) for at in range(0, len(digests) - 1, 2)]
        digests = paired + digests[len(digests) & ~1 :]
    return digests[0]
