"""Weight and tokens: what a phone on a 2G line must load, and one home for every colour."""

import re
from pathlib import Path

from guantong.base.svg import palette

STATIC = Path(__file__).parents[1] / "static" / "guantong"
TEMPLATES = Path(__file__).parents[1] / "templates"
CSS = sorted((STATIC / "css").glob("*.css"))


def test_all_style_weighs_at_most_40_kilobytes():
    assert sum(path.stat().st_size for path in CSS) <= 40_000


def test_all_script_weighs_at_most_6_kilobytes():
    assert sum(path.stat().st_size for path in (STATIC / "js").glob("*.js")) <= 6_000


def test_nothing_is_fetched_from_elsewhere():
    for path in [*CSS, *(STATIC / "js").glob("*.js"), *TEMPLATES.rglob("*.html")]:
        assert not re.search(r"(https?:)?//[a-z0-9-]+\.[a-z]", path.read_text("utf-8")), path.name


def test_no_template_styles_or_scripts_inline():
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r'\sstyle="|<style|\son[a-z]+="|<script(?![^>]*\ssrc=)', text), path.name


def test_colours_are_written_in_the_tokens_only():
    for path in CSS:
        assert path.name == "tokens.css" or not re.search(r"#[0-9a-f]{3,8}\b", path.read_text("utf-8")), path.name


def test_the_pictures_use_the_colours_of_the_tokens():
    standard = (STATIC / "css" / "tokens.css").read_text("utf-8").partition("长者模式")[0]
    tokens = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", standard))
    drawn = {name: value for name, value in vars(palette).items() if name.isupper()}
    assert drawn == {name: tokens[name.lower().replace("_", "-")] for name in drawn}
