"""The form that an activity took place: when, which deputies came, and how that is known."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import CHOOSE, lines, moment
from guantong.base.now import CHINA
from guantong.deputies import services
from guantong.deputies.forms.moves import LONGEST_NAME, here_and_now
from guantong.deputies.models import Activity, Deputy
from guantong.deputies.presence import checked_in, probably_there
from guantong.deputies.selectors import expected_at
from guantong.matters.actions import MoveForm
from guantong.matters.models import Matter


class Hold(MoveForm):
    """That an activity took place, when, and which deputies came."""

    held_at = moment(_("举办时间"))
    deputies = forms.ModelMultipleChoiceField(
        label=_("到场代表"),
        queryset=Deputy.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("勾选实际到场的代表；每人计一人次。"),
        error_messages=CHOOSE,
    )
    absent = forms.BooleanField(
        label=_("没有勾选的签到代表确实没有参加"), required=False, help_text=_("签到以后又离开、不计到场的，才勾选。")
    )
    guests = lines(
        _("其他参加人员"),
        2000,
        required=False,
        rows=3,
        help_text=_("代表以外的参加人员，一行写一个姓名；每人计一人次。没有就留空。"),
    )
    notes = lines(_("活动情况"), 2000, required=False)

    def arrange(self) -> None:
        self.initial.setdefault("held_at", _when_it_began(self.matter))
        expected = [deputy.pk for deputy in expected_at(self.matter)]
        field: Any = self.fields["deputies"]
        field.queryset = Deputy.objects.filter(pk__in=expected)
        there = dict(self.matter.attendances.values_list("deputy_id", "checked_in_at"))
        field.label_from_instance = lambda deputy: _named_with_check_in(deputy, there.get(deputy.pk))
        coming = probably_there(self.matter)
        self.initial.setdefault("deputies", list(coming.values_list("deputy_id", flat=True)))
        self.initial.setdefault("notes", self.matter.notes)
        if self.matter.check_in_opened_at is None:
            del self.fields["absent"]

    def clean(self) -> dict[str, Any]:
        """Whoever checked in, perhaps after the page was made, is left out on purpose only."""
        data = super().clean() or {}
        if "deputies" in data and "absent" in data and not data["absent"]:
            left_out = checked_in(self.matter).exclude(deputy__in=data["deputies"])
            if names := gettext("、").join(str(row) for row in left_out):
                self.add_error("deputies", gettext("已经签到而没有勾选：%(names)s。请核对。") % {"names": names})
        return data

    def clean_guests(self) -> list[str]:
        """The names, one a line."""
        names = [name for line in self.cleaned_data["guests"].splitlines() if (name := line.strip())]
        if any(len(name) > LONGEST_NAME for name in names):
            raise forms.ValidationError(_("每行只写一个姓名，最多%(n)s个字。") % {"n": LONGEST_NAME})
        return names

    def act(self) -> Matter:
        return services.hold_activity(
            activity=self.matter,
            held_at=self.cleaned_data["held_at"],
            notes=self.cleaned_data["notes"],
            deputies=list(self.cleaned_data["deputies"]),
            guests=self.cleaned_data["guests"],
            actor=self.actor,
            seen_version=self.seen_version,
        )


def _when_it_began(activity: Activity) -> Any:
    """When check-in was opened, else this minute."""
    opened = activity.check_in_opened_at
    return here_and_now() if opened is None else opened.astimezone(CHINA).replace(second=0, microsecond=0)


def _named_with_check_in(deputy: Deputy, checked_in_at: datetime | None) -> str:
    """A deputy on the list, with the time at which they checked in by the code."""
    if checked_in_at is None:
        return deputy.name
    return gettext("%(name)s（%(at)s 扫码签到）") % {
        "name": deputy.name,
        "at": f"{checked_in_at.astimezone(CHINA):%H:%M}",
    }


HOLD_FORMS: dict[str, type[MoveForm]] = {"hold": Hold}
