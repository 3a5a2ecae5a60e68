"""SVG pictures: names are escaped, every mark has a title and leads to its records, nothing is styled inline."""

import xml.etree.ElementTree as ElementTree

import pytest

from guantong.base.svg.bars import bar_chart
from guantong.base.svg.lines import line_chart
from guantong.base.svg.marks import Mark, Series
from guantong.base.svg.multiples import Panel, small_multiples

HOSTILE = "隆林<a href='x'>\"&"
SVG = "{http://www.w3.org/2000/svg}"
MARKS = [Mark(HOSTILE, 237, "/r/1?a=1&b=2"), Mark("乐业", 74, "/r/2"), Mark("那坡", 0, "/r/3")]


def pictures() -> dict[str, str]:
    return {
        "bars": bar_chart(HOSTILE, MARKS, unit=" 件", desc=HOSTILE),
        "lines": line_chart(HOSTILE, [Series(HOSTILE, MARKS)]),
        "multiples": small_multiples([Panel(HOSTILE, "/p", HOSTILE, MARKS)]),
    }


@pytest.fixture(params=["bars", "lines", "multiples"])
def picture(request):
    return ElementTree.fromstring(f"<div>{pictures()[request.param]}</div>")


def test_each_mark_is_a_titled_link_to_its_records(picture):
    links = [link for link in picture.iter(f"{SVG}a")]
    assert [link.get("href") for link in links] == [mark.url for mark in MARKS]
    for link in links:
        assert link.find(f"{SVG}title").text == link.get("aria-label")


def test_hostile_names_stay_text(picture):
    assert HOSTILE in next(picture.iter(f"{SVG}title")).text
    assert not [link for link in picture.iter() if link.get("href") == "x"]


def test_nothing_needs_inline_style_or_script(picture):
    for node in picture.iter():
        assert "style" not in node.attrib
        assert not any(name.startswith("on") for name in node.attrib)


def test_a_longer_bar_means_more():
    chart = ElementTree.fromstring(bar_chart("意见", [Mark("甲", 50, "/a"), Mark("乙", 100, "/b")]))
    widths = [bar.get("width") for bar in chart.iter(f"{SVG}rect") if bar.get("class") == "mark"]
    assert widths == ["50.00%", "100.00%"]


def test_no_record_is_said_and_is_not_a_zero():
    chart = bar_chart("意见", [Mark("那坡", None, "/r"), Mark("西林", 0, "/s")])
    assert "无记录" in chart
    assert ">0<" in chart


def test_a_line_leaves_a_gap_where_nothing_was_recorded():
    known = [Mark(str(month), month, f"/{month}") for month in range(1, 6)]
    broken = [*known[:2], Mark("3", None, "/3"), *known[3:]]

    def count(marks):
        chart = ElementTree.fromstring(line_chart("逐月", [Series("2025", marks)]))
        return len([line for line in chart.iter(f"{SVG}line") if line.get("stroke-width") == "2"])

    assert count(known) - count(broken) == 2


def test_more_series_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="4"):
        line_chart("x", [Series(str(n), MARKS) for n in range(5)])


def test_a_picture_of_nothing_is_still_a_picture():
    assert ElementTree.fromstring(bar_chart("空", [])).tag == f"{SVG}svg"
    assert ElementTree.fromstring(line_chart("空", [])).tag == f"{SVG}svg"
