"""Merkle roots: that of the definition, and another one for every other leaf."""

from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.merkle import leaf_hash, root
from guantong.kernel.sm3chain import sm3

LEAVES = st.lists(st.binary(max_size=8), min_size=1, max_size=40)


def rfc_root(leaves: list[bytes]) -> bytes:
    """The recursive definition in RFC 6962, section 2.1."""
    if len(leaves) == 1:
        return sm3(b"\x00" + leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sm3(b"\x01" + rfc_root(leaves[:split]) + rfc_root(leaves[split:]))


@given(LEAVES)
def test_the_root_is_that_of_the_definition(leaves: list[bytes]) -> None:
    assert root(leaves) == rfc_root(leaves)


@given(LEAVES)
def test_a_changed_leaf_changes_the_root(leaves: list[bytes]) -> None:
    assert root([leaves[0] + b"x", *leaves[1:]]) != root(leaves)


def test_an_inner_node_cannot_pass_for_a_leaf() -> None:
    two = [b"a", b"b"]
    assert root([leaf_hash(b"a") + leaf_hash(b"b")]) != root(two)


def test_the_root_of_nothing_is_the_digest_of_nothing() -> None:
    assert root([]) == sm3(b"")
