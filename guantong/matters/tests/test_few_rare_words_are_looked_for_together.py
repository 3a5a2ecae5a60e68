"""Which words of a text are looked for: few, rare, apart from each other, and never more than can be read."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from guantong.matters.commonness import Commonness
from guantong.matters.probes import LEAFED, MOST, READ, TOGETHER, probes
from guantong.matters.words import lexemes, place_words, words_beside_places

MILLION = 1_000_000
signs = st.text(alphabet="路灯坏了村口水渠民治三组修", min_size=1, max_size=80)
shares = st.dictionaries(st.text(alphabet="路灯坏了村口水渠民治三组修", min_size=2, max_size=2), st.floats(1e-5, 0.5))


@given(signs, shares, st.integers(0, 5 * MILLION))
def test_all_lookups_together_read_no_more_than_they_may(text: str, known: dict[str, float], rows: int) -> None:
    words = lexemes(text)
    asked = probes(words, Commonness(known, rows), place_words(text))
    assert all(set(probe.words) <= set(words) for probe in asked)
    if rows > READ:
        assert sum(probe.expected for probe in asked) <= READ
        common = Commonness(known, rows)
        assert sum(rows * min(map(common.share, probe.words)) for probe in asked) <= LEAFED
        assert len(asked) <= MOST
        assert all(len(probe.words) <= TOGETHER for probe in asked)


@given(signs, shares)
def test_no_lookup_asks_for_what_another_one_finds(text: str, known: dict[str, float]) -> None:
    sets = [set(probe.words) for probe in probes(lexemes(text), Commonness(known, MILLION), place_words(text))]
    assert not any(one <= other for one in sets for other in sets if one is not other)


@given(signs, shares)
def test_neighbours_are_never_asked_together(text: str, known: dict[str, float]) -> None:
    words = lexemes(text)
    for probe in probes(words, Commonness(known, MILLION)):
        places = sorted(words.index(word) for word in probe.words)
        assert all(right - left > 1 for left, right in itertools.pairwise(places))


def test_what_a_third_of_all_matters_say_is_not_looked_for() -> None:
    common = Commonness(dict.fromkeys(lexemes("路灯坏了"), 0.3), MILLION)
    assert probes(lexemes("路灯坏了"), common) == []


def test_a_rare_word_is_looked_for_by_itself_and_a_common_one_only_beside_others() -> None:
    common = Commonness(
        {"路灯": 0.2, "灯坏": 0.1, "坏了": 0.2, "民治": 0.005, "治村": 0.02, "村路": 0.01, "岔口": 4e-4}, MILLION
    )
    found = {probe.words for probe in probes(lexemes("民治村路灯坏了 xq731"), common)}
    assert ("xq731",) in found
    assert ("民治",) not in found
    assert any("民治" in words and len(words) > 1 for words in found)


def test_among_few_matters_every_word_is_looked_for() -> None:
    words = lexemes("民治村三组的水渠塌了")
    assert [probe.words for probe in probes(words, Commonness({}, 0))] == [(word,) for word in words]


@given(signs, shares)
def test_whatever_is_shared_tells_something(text: str, known: dict[str, float]) -> None:
    common = Commonness(known, MILLION)
    assert all(common.tells(word) > 0 for word in lexemes(text))


def test_the_rarer_of_two_words_tells_more() -> None:
    common = Commonness({"路灯": 0.2, "民治": 0.005}, MILLION)
    assert common.tells("民治") > common.tells("路灯")
    assert common.tells("生词") > common.tells("民治")


def test_the_name_of_a_place_is_what_stands_before_its_kind() -> None:
    assert {"民治", "逻西"} <= place_words("逻西乡民治村的路灯坏了")
    assert "民治" in place_words("民治三组路灯坏了")
    assert place_words("路灯坏了没人修") == frozenset()


def test_where_people_say_where_they_say_what() -> None:
    beside = words_beside_places("我们反映过多次。民治村的水渠塌了。请尽快来看。")
    assert "水渠" in beside
    assert "反映" not in beside
