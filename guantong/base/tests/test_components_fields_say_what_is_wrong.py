"""{% field %}: label, hint, error and control belong together, for every kind of control."""

from html.parser import HTMLParser

import pytest
from django import forms
from django.template import Context, Template

ATTACK = "<script>alert('赶圩')</script>"


class Slip(forms.Form):
    what = forms.CharField(label="说的是什么", help_text="什么事", widget=forms.Textarea, max_length=20)
    where = forms.CharField(label="在哪里", max_length=5)
    kind = forms.ChoiceField(label="急不急", choices=[("a", "不急"), ("b", "急")], widget=forms.RadioSelect)
    ways = forms.MultipleChoiceField(
        label="怎么告诉您", choices=[("s", "短信")], widget=forms.CheckboxSelectMultiple, required=False
    )
    topic = forms.ChoiceField(label="类别", choices=[("x", "水利")], required=False)
    photo = forms.FileField(label="照片", required=False)
    agree = forms.BooleanField(label="同意")
    sent_id = forms.CharField(widget=forms.HiddenInput)


class Elements(HTMLParser):
    """All elements of a fragment, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def ids(self) -> set[str | None]:
        return {attributes["id"] for _, attributes in self.found if "id" in attributes}

    def one(self, tag: str) -> dict[str, str | None]:
        return next(attributes for name, attributes in self.found if name == tag)


def shown(form: forms.Form, name: str) -> str:
    return Template("{% load guantong %}{% field bound %}").render(Context({"bound": form[name]}))


@pytest.mark.parametrize("name", ["what", "where", "topic", "photo", "agree"])
def test_a_single_control_has_a_label_that_points_at_it(name):
    html = shown(Slip(), name)
    elements = Elements(html)
    assert elements.one("label")["for"] == f"id_{name}"
    assert f"id_{name}" in elements.ids()
    assert Slip()[name].label in html


@pytest.mark.parametrize("name", ["kind", "ways"])
def test_a_group_of_choices_is_a_fieldset_with_a_legend(name):
    html = shown(Slip(), name)
    assert "<fieldset" in html
    assert f"<legend>{Slip()[name].label}" in html


@pytest.mark.parametrize("name", ["what", "where", "kind", "agree"])
def test_everything_described_by_is_on_the_page(name):
    form = Slip({"what": "字" * 21, "where": "字" * 6})
    elements = Elements(shown(form, name))
    described = " ".join(attributes.get("aria-describedby") or "" for _, attributes in elements.found).split()
    assert f"id_{name}_error" in described
    assert set(described) <= elements.ids()


def test_the_error_stands_in_words_beside_the_field():
    form = Slip({"where": "字" * 6})
    html = shown(form, "where")
    assert str(form.errors["where"][0]) in html
    assert Elements(html).one("input")["aria-invalid"] == "true"


def test_what_was_typed_is_shown_again_and_escaped():
    html = shown(Slip({"what": ATTACK, "where": ATTACK}), "what")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_labels_and_hints_are_escaped():
    form = Slip()
    form.fields["where"].label = form.fields["where"].help_text = ATTACK
    assert "<script>" not in shown(form, "where")


def test_the_browser_never_cuts_what_is_pasted():
    assert "maxlength" not in shown(Slip(), "what") + shown(Slip(), "where")
    assert Elements(shown(Slip(), "what")).one("textarea")["data-most"] == "20"


def test_required_and_optional_are_words():
    assert "必填" in shown(Slip(), "where")
    assert "选填" in shown(Slip(), "photo")


def test_a_hidden_field_shows_its_control_and_nothing_else():
    elements = Elements(shown(Slip(), "sent_id"))
    assert [tag for tag, _ in elements.found] == ["input"]
