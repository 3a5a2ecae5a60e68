"""{% error_summary %}: each line leads to a control that exists."""

import re

from django import forms
from django.template import Context, Template


class Slip(forms.Form):
    where = forms.CharField(label="在哪里")
    kind = forms.ChoiceField(label="急不急", choices=[("a", "不急")], widget=forms.RadioSelect)
    sent_id = forms.CharField(label="编号", widget=forms.HiddenInput)

    def clean(self) -> None:
        raise forms.ValidationError("<b>两处对不上</b>")


PAGE = Template("{% load guantong %}{% error_summary form %}|{% for bound in form %}{% field bound %}{% endfor %}")


def parts(form: forms.Form) -> tuple[str, str]:
    summary, _, fields = PAGE.render(Context({"form": form})).partition("|")
    return summary, fields


def test_every_link_reaches_a_control_and_names_its_field():
    summary, fields = parts(Slip({}))
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert targets == ["id_where", "id_kind_0"]
    assert all(f'id="{target}"' in fields for target in targets)
    assert "在哪里：" in summary
    assert "有 4 处要改一下" in summary


def test_what_concerns_the_whole_form_is_said_and_escaped():
    summary, _ = parts(Slip({}))
    assert "&lt;b&gt;两处对不上" in summary


def test_nothing_wrong_shows_nothing():
    assert parts(Slip())[0].strip() == ""
