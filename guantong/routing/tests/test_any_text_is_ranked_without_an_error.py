"""Whatever the text, every department is ranked once."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from guantong.routing import Example, Router, department_names

_SIGNS = "关于加强修建的建议、，。《》（）()村镇路桥水渠至县城学校医保５g X123 \n\u2028"
_titles = st.text(alphabet=st.sampled_from(_SIGNS), max_size=80)
_anything = st.text(max_size=120)
_trained = Router.cold().learn([Example("关于修建水渠的建议", "nongye"), Example("", "linye"), Example("\n", "fagai")])


@settings(max_examples=200, deadline=None)
@given(_anything | _titles, _anything | _titles)
def test_all_departments_are_ranked_once(title: str, body: str) -> None:
    for router in (Router.cold(), _trained):
        ranked = router.rank(title, body)
        assert sorted(one.code for one in ranked) == sorted(department_names())
        assert all(math.isfinite(one.score) and 0 <= one.score <= 1 for one in ranked)
        for one in ranked:
            assert all(word in title or word in body for reason in one.reasons for word in reason.words)


@settings(max_examples=50, deadline=None)
@given(_anything | _titles, st.sampled_from(sorted(department_names())))
def test_any_text_can_be_learnt(title: str, code: str) -> None:
    router = Router.cold().learn([Example(title, code)] * 3)
    ranks = [[one.code for one in each.rank(title)].index(code) for each in (router, Router.cold())]
    assert ranks[0] <= ranks[1]
