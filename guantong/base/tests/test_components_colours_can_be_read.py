"""Contrast by the formula of WCAG 2.2: text 4.5 to 1, 7 to 1 in 长者模式, edges of controls 3 to 1."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[1] / "static" / "guantong" / "css" / "tokens.css"
STANDARD, _, ELDER = TOKENS.read_text("utf-8").partition("@media")[0].partition("长者模式")
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
NORMAL = dict(COLOUR.findall(STANDARD))
MODES = {"normal": NORMAL, "elder": {**NORMAL, **dict(COLOUR.findall(ELDER))}}
ON_GROUND = ["identity", "ink", "ink-soft", "ink-faint", "action", "action-deep", "amber", "late", "done", "rest"]
ON_TINT = [("amber", "amber-tint"), ("late", "late-tint"), ("done", "done-tint"), ("rest", "rest-tint")]
PAIRS = [
    *((name, "ground") for name in ON_GROUND),
    *ON_TINT,
    ("ink-faint", "ground-soft"),
    ("ink-soft", "ground-sunk"),
    ("action-deep", "action-tint"),
    ("ground", "late"),
    ("on-action", "action"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("mode", "least"), [("normal", 4.5), ("elder", 7.0)])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(mode, least, text, ground):
    colours = MODES[mode]
    assert contrast(colours[text], colours[ground]) >= least


@pytest.mark.parametrize("mode", MODES)
def test_the_edge_of_a_control_can_be_seen(mode):
    assert contrast(MODES[mode]["line-strong"], MODES[mode]["ground"]) >= 3.0
