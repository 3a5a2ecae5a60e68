"""Each of the five verdicts with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.verdict import Recorded, Reported, Verdict, judge


def verdict(reported: Reported, recorded: Recorded | None, *units: str) -> str:
    return judge(reported, recorded, set(units)).verdict.label


@pytest.mark.parametrize("closed", range(238))
def test_237_at_92_percent_fits_217_to_219_closed(closed: int) -> None:
    found = judge(Reported(92, "%", text="92%"), Recorded(None, "%", (closed, 237)))
    assert found.verdict is (Verdict.MATCH if 217 <= closed <= 219 else Verdict.MISMATCH)
    assert (found.note.params["first"], found.note.params["last"]) == (217, 219)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_an_exact_count_matches_itself_only(printed: int, counted: int) -> None:
    found = judge(Reported(printed, "件"), Recorded(counted, "件"))
    assert (found.verdict is Verdict.MATCH) == (printed == counted)


@pytest.mark.parametrize(("counted", "expected"), [(499, "不符"), (500, "相符"), (599, "相符"), (600, "不符")])
def test_an_approximate_count_matches_within_its_interval(counted: int, expected: str) -> None:
    assert verdict(Reported(500, "人次", True, text="500余人次"), Recorded(counted, "人次")) == expected


@pytest.mark.parametrize(
    ("reported", "recorded", "also", "expected"),
    [
        ("场次", "次", (), "相符"),
        ("场（次）", "场", (), "相符"),
        ("名", "人", (), "相符"),
        ("条", "件", ("件", "条"), "相符"),
        ("条", "件", (), "口径不同"),
        ("人", "人次", (), "口径不同"),
        ("人(次)", "人次", (), "相符"),
        ("%", "件", (), "口径不同"),
        ("批", "件", ("件", "条"), "口径不同"),
    ],
)
def test_units_that_count_something_else_are_another_definition(
    reported: str, recorded: str, also: tuple[str, ...], expected: str
) -> None:
    assert verdict(Reported(23, reported), Recorded(23, recorded), *also) == expected


def test_without_a_record_there_is_none() -> None:
    assert verdict(Reported(214, "件"), None) == "无记录"


def test_a_recorded_zero_is_a_record() -> None:
    assert verdict(Reported(214, "件"), Recorded(0, "件")) == "不符"
    assert verdict(Reported(0, "票"), Recorded(0, "票")) == "相符"


@pytest.mark.parametrize("recorded", [Recorded(None, "%", (0, 0)), Recorded(None, "%")])
def test_a_rate_without_a_base_cannot_be_verified(recorded: Recorded) -> None:
    assert verdict(Reported(92, "%", text="92%"), recorded) == "无法核对"


def test_a_change_rate_is_judged_by_its_value() -> None:
    assert verdict(Reported(62, "%", text="62%"), Recorded(61.54, "%")) == "相符"
    assert verdict(Reported(62, "%", text="62%"), Recorded(61.4, "%")) == "不符"


def test_a_rate_above_the_whole_names_the_numerators_that_fit() -> None:
    found = judge(Reported(150, "%", text="150%"), Recorded(None, "%", (301, 200)))
    assert (found.verdict, dict(found.note.params)) == (
        Verdict.MISMATCH,
        {"numerator": 301, "denominator": 200, "first": 299, "last": 300},
    )


def test_a_rate_that_no_count_can_give_says_so() -> None:
    found = judge(Reported(92, "%", text="92%"), Recorded(None, "%", (3, 4)))
    assert (found.verdict, found.note.code) == (Verdict.MISMATCH, "rate_impossible")


@given(
    st.sampled_from(["74条", "500余条", "92%", "约30条"]),
    st.none() | st.integers(0, 700),
    st.none() | st.tuples(st.integers(0, 300), st.integers(0, 300)),
    st.sampled_from(["条", "%", "件"]),
)
def test_every_verdict_can_be_said(text: str, counted: int | None, parts: tuple[int, int] | None, unit: str) -> None:
    number = int("".join(filter(str.isdigit, text)))
    reported = Reported(number, "%" if "%" in text else "条", "约" in text or "余" in text, text=text)
    found = judge(reported, Recorded(counted, unit, parts))
    sentence = found.note.sentence()
    assert sentence.endswith("。")
    assert "{" not in sentence
