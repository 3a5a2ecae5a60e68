"""A Merkle tree over SM3, built as in RFC 6962 section 2.1: root, proof of a leaf, check of a proof."""

from collections.abc import Sequence

from guantong.kernel.sm3chain import sm3

_LEAF, _NODE = b"\x00", b"\x01"


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the root of `leaves`, leaf and node hashed under different prefixes; none: SM3 of nothing."""
    if not leaves:
        return sm3(b"")
    return _subroot([leaf_hash(leaf) for leaf in leaves])


def proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """Return the sibling digests of leaf `index`, nearest first; raise IndexError if there is none."""
    if not 0 <= index < len(leaves):
        raise IndexError(f"no leaf {index} among {len(leaves)}")
    path: list[bytes] = []
    digests = [leaf_hash(leaf) for leaf in leaves]
    while len(digests) > 1:
        split = _split(len(digests))
        left, right = digests[:split], digests[split:]
        path.append(_subroot(right if index < split else left))
        digests, index = (left, index) if index < split else (right, index - split)
    return tuple(reversed(path))


def verify_proof(leaf: bytes, index: int, size: int, path: Sequence[bytes], expected_root: bytes) -> bool:
    """Say whether `path` shows `leaf` to be leaf `index` of `size` under `expected_root`."""
    if not 0 <= index < size:
        return False
    turns = _turns(index, size)
    if len(turns) != len(path):
        return False
    digest = leaf_hash(leaf)
    for sibling, is_left in zip(path, turns, strict=True):
        digest = _node(digest, sibling) if is_left else _node(sibling, digest)
    return digest == expected_root


def leaf_hash(leaf: bytes) -> bytes:
    """Return the digest under which `leaf` enters the tree."""
    return sm3(_LEAF + leaf)


def _node(left: bytes, right: bytes) -> bytes:
    return sm3(_NODE + left + right)


def _split(size: int) -> int:
    return 1 << ((size - 1).bit_length() - 1)


def _subroot(digests: list[bytes]) -> bytes:
    """Pair neighbours level by level, an odd last one rising as it is: the same tree as RFC 6962's split."""
    while len(digests) > 1:
        paired = [_node(digests[at], digests[at + 1]) for at in range(0, len(digests) - 1, 2)]
        digests = paired + digests[len(digests) & ~1 :]
    return digests[0]


def _turns(index: int, size: int) -> list[bool]:
    """Return, from the leaf upwards, whether the leaf's side is the left one."""
    turns: list[bool] = []
    while size > 1:
        split = _split(size)
        turns.append(index < split)
        size, index = (split, index) if index < split else (size - split, index - split)
    turns.reverse()
    return turns
