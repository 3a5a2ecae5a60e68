"""The ledger's chain: standard digests, one written form, tampering found at its place."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.sm3chain import GENESIS, Link, PayloadError, canonical, iso_utc, link, sm3, verify

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
PAYLOADS = st.dictionaries(st.text(max_size=6), VALUES, max_size=5)


def chain(payloads: list[dict[str, Any]]) -> list[Link]:
    links: list[Link] = []
    for payload in payloads:
        head = links[-1].digest if links else GENESIS
        links.append(Link(head, payload, link(head, payload)))
    return links


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        (b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ],
)
def test_sm3_gives_the_examples_of_the_standard(data: bytes, digest: str) -> None:
    """GB/T 32905-2016, appendix A."""
    assert sm3(data).hex() == digest


@given(PAYLOADS)
def test_a_payload_read_back_from_json_has_the_same_bytes(payload: dict[str, Any]) -> None:
    written = canonical(payload)
    assert canonical(json.loads(written)) == written
    assert canonical(dict(reversed(payload.items()))) == written


@given(st.lists(PAYLOADS, max_size=6))
def test_an_untouched_chain_holds(payloads: list[dict[str, Any]]) -> None:
    assert verify(chain(payloads)) is None


@given(st.lists(PAYLOADS, min_size=1, max_size=6), st.data())
def test_a_changed_payload_is_found_at_its_place(payloads: list[dict[str, Any]], data: st.DataObject) -> None:
    links = chain(payloads)
    at = data.draw(st.integers(0, len(links) - 1))
    changed = data.draw(PAYLOADS.filter(lambda other: canonical(other) != canonical(payloads[at])))
    links[at] = Link(links[at].prev, changed, links[at].digest)
    assert verify(links) == at


@given(st.lists(PAYLOADS, min_size=2, max_size=6), st.data())
def test_a_removed_entry_is_found_at_the_next(payloads: list[dict[str, Any]], data: st.DataObject) -> None:
    links = chain(payloads)
    at = data.draw(st.integers(0, len(links) - 2))
    del links[at]
    assert verify(links) == at


@given(st.lists(PAYLOADS, min_size=2, max_size=5), st.data())
def test_a_rewritten_entry_is_found_at_the_next(payloads: list[dict[str, Any]], data: st.DataObject) -> None:
    links = chain(payloads)
    at = data.draw(st.integers(0, len(links) - 2))
    forged = {"forged": len(canonical(payloads[at]))}
    links[at] = Link(links[at].prev, forged, link(links[at].prev, forged))
    assert verify(links) == at + 1


def test_one_moment_has_one_form_in_every_zone() -> None:
    utc = datetime(2025, 6, 1, 1, 2, 3, 4, tzinfo=UTC)
    local = utc.astimezone(timezone(timedelta(hours=8)))
    assert canonical({"at": local}) == canonical({"at": utc}) == b'{"at":"2025-06-01T01:02:03.000004Z"}'
    assert iso_utc(local) == "2025-06-01T01:02:03.000004Z"


@pytest.mark.parametrize(
    "value",
    [
        0.1,
        float("nan"),
        2**64,
        b"x",
        {1, 2},
        object(),
        datetime(2025, 1, 1),
        {"deep": [1.0]},
        {1: "x"},
        "\ud800",
    ],
)
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(PayloadError):
        canonical({"value": value})


def test_a_refusal_names_the_key() -> None:
    with pytest.raises(PayloadError, match=r"^outer\.list\[1\]: .*float"):
        canonical({"outer": {"list": [1, 0.5]}})


def test_a_link_needs_a_whole_digest_before_it() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        link(b"", {})
