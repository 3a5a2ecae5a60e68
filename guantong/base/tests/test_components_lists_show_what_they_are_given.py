"""Strip, timeline, table, tabs, pager, progress, empty, notice: structure and escaping."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Template

HOSTILE = "<img src=x onerror=alert(1)>"


def shown(tag: str, **context: object) -> str:
    return Template("{% load guantong %}" + tag).render(Context(context))


CASES = {
    "{% strip steps %}": {"steps": [{"label": HOSTILE, "state": "now", "note": HOSTILE}]},
    "{% timeline entries %}": {
        "entries": [
            {
                "what": HOSTILE,
                "who": HOSTILE,
                "said": HOSTILE,
                "at": datetime(2026, 11, 24, tzinfo=UTC),
                "files": [{"label": HOSTILE, "url": "/f", "size": 1}],
            }
        ]
    },
    "{% table t %}": {"t": {"caption": HOSTILE, "columns": [{"label": HOSTILE}], "rows": [[HOSTILE]]}},
    "{% tabs items label %}": {"items": [{"label": HOSTILE, "url": "/", "count": 0}], "label": HOSTILE},
    "{% pager '' '/?after=1' at %}": {"at": HOSTILE},
    "{% progress job %}": {"job": {"what": HOSTILE, "done": 1, "total": 2, "state": "running", "left": HOSTILE}},
    "{% empty text text %}": {"text": HOSTILE},
    "{% notice 'warning' %}{{ text }}{% endnotice %}": {"text": HOSTILE},
}


@pytest.mark.parametrize(("tag", "context"), CASES.items())
def test_a_persons_text_is_escaped(tag, context):
    html = shown(tag, **context)
    assert "<img" not in html
    assert "&lt;img" in html


def test_a_strip_says_in_words_where_it_stands():
    steps = [{"label": "受理", "state": "done"}, {"label": "办理", "state": "now"}, {"label": "答复", "state": "next"}]
    html = shown("{% strip steps %}", steps=steps)
    assert html.count('aria-current="step"') == 1
    assert html.index("已完成") < html.index("现在") < html.index("未到")


def test_a_table_has_heads_for_columns_and_rows():
    table = {
        "caption": "各县",
        "columns": [{"label": "县"}, {"label": "意见", "numeric": True, "sort_url": "/?s=1", "sorted": "down"}],
        "rows": [["乐业", {"text": "74", "url": "/r"}]],
    }
    html = shown("{% table t %}", t=table)
    assert '<th scope="row">乐业' in html
    assert 'aria-sort="descending"' in html
    assert '<a href="/r">74</a>' in html


def test_a_row_that_does_not_fit_its_columns_is_an_error():
    with pytest.raises(ValueError, match="shorter"):
        shown("{% table t %}", t={"caption": "x", "columns": [{"label": "a"}, {"label": "b"}], "rows": [["1"]]})


def test_one_page_has_no_pager():
    assert shown("{% pager %}").strip() == ""


def test_work_that_can_be_stopped_says_how():
    job = {"what": "打印", "done": 412, "total": 800, "state": "running", "cancel_url": "/stop"}
    assert 'action="/stop"' in shown("{% progress job %}", job=job)
    assert 'action="/stop"' not in shown("{% progress job %}", job={**job, "state": "done"})


def test_an_icon_that_nobody_drew_is_an_error():
    with pytest.raises(KeyError):
        shown("{% icon 'unicorn' %}")
