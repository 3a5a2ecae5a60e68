"""Everything that is wrong with a form, in the order of its fields."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm

from guantong.base.templatetags.form_field import focus_target


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence, and the label and id of the control it is about (empty for the form as a whole)."""

    sentence: str
    label: str = ""
    target: str = ""


def problems_of(form: BaseForm) -> Iterator[Problem]:
    """Yield what concerns the whole form first, then the fields from top to bottom."""
    for sentence in form.non_field_errors():
        yield Problem(str(sentence))
    for bound in form:
        target = "" if bound.is_hidden else focus_target(bound)
        for sentence in bound.errors:
            yield Problem(str(sentence), str(bound.label), target)
