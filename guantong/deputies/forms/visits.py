"""Logging several visits at once: a row for each, and more rows without a script."""

from __future__ import annotations

from typing import Any
from uuid import uuid5

import uuid6
from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.accounts.actors import Actor
from guantong.base.form_fields import line, moment, number
from guantong.base.refusals import BadInput, Refusal
from guantong.deputies import services
from guantong.deputies.forms.moves import MOST_PERSON_TIMES, here_and_now
from guantong.deputies.models import Activity, Deputy
from guantong.deputies.selectors import expected_at

ROWS, MORE, MOST_ROWS = 5, 5, 50


class CommonForm(forms.Form):
    """What all rows share: when, and which deputy went. `client_id` is the sheet's, made with its page."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid6.uuid7)

    visited_at = moment(_("走访时间"))
    deputy = forms.ModelChoiceField(
        label=_("走访代表"),
        queryset=Deputy.objects.none(),
        required=False,
        empty_label=_("不指定"),
        error_messages={"invalid_choice": _("请从列表中选择。")},
    )


class RowForm(forms.Form):
    """One household."""

    household = line(_("走访对象"), 60)
    person_times = number(_("人次"), 1, MOST_PERSON_TIMES)
    notes = line(_("走访情况"), 500, required=False)


RowFormSet = forms.formset_factory(RowForm, extra=ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


class VisitSheet:
    """The form as a whole: `common` above `rows`; empty rows are passed over."""

    def __init__(self, activity: Activity, actor: Actor, data: QueryDict | None = None) -> None:
        self.activity, self.actor = activity, actor
        self.asks_for_rows = data is not None and "more" in data
        self.common = CommonForm(data, initial={"visited_at": activity.held_at or here_and_now()})
        field: Any = self.common.fields["deputy"]
        field.queryset = Deputy.objects.filter(pk__in=[deputy.pk for deputy in expected_at(activity)])
        self.rows: Any = RowFormSet(_with_more(data) if data is not None and self.asks_for_rows else data, prefix="row")

    def is_valid(self) -> bool:
        """Whether every row that was begun is complete, and at least one was."""
        both = [self.common.is_valid(), self.rows.is_valid()]
        if all(both) and not self._filled():
            self.common.add_error(None, gettext("请至少填写一户。"))
            return False
        return all(both)

    def log(self) -> int | None:
        """Log all rows or none: how many, or None after noting on the form what was wrong."""
        if not self.is_valid():
            return None
        try:
            with transaction.atomic():
                for number, row in enumerate(self._filled()):
                    self._log(row, number)
        except BadInput:
            return None
        except Refusal as no:
            self.common.add_error(None, no.sentence)
            return None
        return len(self._filled())

    def _filled(self) -> list[Any]:
        return [row for row in self.rows if row.has_changed()]

    def _log(self, row: Any, number: int) -> None:
        given = {**self.common.cleaned_data, **row.cleaned_data}
        if given["client_id"]:
            given["client_id"] = uuid5(given["client_id"], str(number))
        try:
            services.log_visit(activity=self.activity, actor=self.actor, **given)
        except BadInput as no:
            for name, sentence in no.fields.items():
                form = self.common if name in self.common.fields else row
                form.add_error(name if name in form.fields else None, sentence)
            raise


def _with_more(data: QueryDict) -> QueryDict:
    """The same typed values with room for more rows."""
    wider = data.copy()
    try:
        rows = int(wider.get("row-TOTAL_FORMS") or 0)
    except ValueError:
        rows = 0
    wider["row-TOTAL_FORMS"] = str(min(max(rows, 0) + MORE, MOST_ROWS))
    return wider
