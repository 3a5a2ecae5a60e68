"""Counts, money, measures, rates and changes are told apart."""

import pytest

from guantong.extraction import extract


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("办结建议36件。", "count"),
        ("投入资金20余万元。", "money"),
        ("新修水渠12.8公里。", "measure"),
        ("办结率95%。", "rate"),
        ("群众满意度提升至92%。", "rate"),
        ("发案率同比下降62%。", "change"),
        ("工业增加值增长8.1%。", "change"),
    ],
)
def test_the_kind_of(text: str, kind: str) -> None:
    assert [figure.kind for figure in extract(text)] == [kind]
