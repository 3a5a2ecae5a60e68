"""The tile of a figure: name, unit, period, definition and records come with the number."""

import re

from django.template import Context, Template

TILE = {
    "name": "民情速办办结率",
    "value": "92.0",
    "unit": "%",
    "url": "/figures/rate/records/",
    "period": "2025 年上半年",
    "definition_url": "/figures/rate/",
    "computed": "今天 8:00",
    "part": "218 ÷ 237",
}


def test_the_number_opens_its_records_and_its_definition():
    html = Template("{% load guantong %}{% tile tile %}").render(Context({"tile": TILE}))
    assert re.findall(r'href="([^"]+)"', html) == [TILE["url"], TILE["definition_url"]]
    for part in ("name", "value", "unit", "period", "computed", "part"):
        assert TILE[part] in html
