"""Merkle proofs: true for every leaf, false for everything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.merkle import leaf_hash, proof, root, verify_proof
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


@given(LEAVES, st.data())
def test_every_leaf_is_proved_at_its_place(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    assert verify_proof(leaves[index], index, len(leaves), proof(leaves, index), root(leaves))


@given(LEAVES, st.data())
def test_another_leaf_is_not_proved(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    other = data.draw(st.binary(max_size=8).filter(lambda leaf: leaf != leaves[index]))
    assert not verify_proof(other, index, len(leaves), proof(leaves, index), root(leaves))


@given(st.lists(st.binary(max_size=8), min_size=2, max_size=40), st.data())
def test_a_shortened_or_spoilt_proof_fails(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    path, top = proof(leaves, index), root(leaves)
    spoilt = (bytes([path[0][0] ^ 1]) + path[0][1:], *path[1:])
    assert not verify_proof(leaves[index], index, len(leaves), path[1:], top)
    assert not verify_proof(leaves[index], index, len(leaves), spoilt, top)


@given(LEAVES)
def test_a_changed_leaf_changes_the_root(leaves: list[bytes]) -> None:
    assert root([leaves[0] + b"x", *leaves[1:]]) != root(leaves)


def test_an_inner_node_cannot_pass_for_a_leaf() -> None:
    two = [b"a", b"b"]
    assert root([leaf_hash(b"a") + leaf_hash(b"b")]) != root(two)


def test_there_is_no_proof_for_a_leaf_that_is_not_there() -> None:
    with pytest.raises(IndexError):
        proof([b"a"], 1)
    assert not verify_proof(b"a", 1, 1, (), root([b"a"]))


def test_the_root_of_nothing_is_the_digest_of_nothing() -> None:
    assert root([]) == sm3(b"")
