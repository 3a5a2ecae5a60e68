"""Everything that is wrong with a form, in the order of its fields."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BoundField

from guantong.base.plain_sentences import INCOMPLETE, STOCK_CODES
from guantong.base.templatetags.form_field import focus_target


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence, and the label and id of the control it is about (empty for the form as a whole)."""

    sentence: str
    label: str = ""
    target: str = ""


def problems_of(form: BaseForm) -> Iterator[Problem]:
    """Yield what concerns the whole form first, what is not seen of it, then the fields from top to bottom."""
    for sentence in form.non_field_errors():
        yield Problem(str(sentence))
    yield from {problem: None for bound in form.hidden_fields() for problem in _unseen(bound)}
    for bound in form.visible_fields():
        for sentence in bound.errors:
            yield Problem(str(sentence), str(bound.label), focus_target(bound))


def _unseen(bound: BoundField) -> Iterator[Problem]:
    """What is wrong with a field that nobody sees: what a service says of it, else that the form is incomplete."""
    for error in bound.form.errors.as_data().get(bound.name, ()):
        stock = error.code in STOCK_CODES
        yield from [Problem(str(INCOMPLETE))] if stock else (Problem(str(said)) for said in error.messages)
