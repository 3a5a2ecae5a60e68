"""The forms of checking in on the spot, and of noting for somebody that they cannot come."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guantong.base.form_fields import CHOOSE, line, lines
from guantong.deputies import services
from guantong.deputies.models import Deputy
from guantong.matters.actions import MoveForm
from guantong.matters.move_forms import ServiceForm


class OpenCheckIn(ServiceForm):
    """Letting the deputies in the room check in."""

    service = staticmethod(services.open_check_in)


class CloseCheckIn(ServiceForm):
    """Taking no more check-ins."""

    service = staticmethod(services.close_check_in)


class NoteLeave(ServiceForm):
    """Leave that a deputy asked for by word or on paper."""

    service: Any = staticmethod(services.note_leave)
    deputy = forms.ModelChoiceField(
        label=_("请假代表"),
        queryset=Deputy.objects.none(),
        error_messages={"required": _("请选择请假的代表。"), **CHOOSE},
    )
    reason = lines(_("请假原因"), 200, rows=3)

    def arrange(self) -> None:
        field: Any = self.fields["deputy"]
        field.queryset = Deputy.objects.filter(
            attendances__activity=self.matter, attendances__excuse="", attendances__checked_in_at__isnull=True
        )


class CodeForm(forms.Form):
    """The code as it is typed from the screen."""

    code = line(_("签到码"), 20, help_text=_("屏幕上的8位数字，空格可写可不写。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})


CHECK_IN_FORMS: dict[str, type[MoveForm]] = {
    "open_check_in": OpenCheckIn,
    "close_check_in": CloseCheckIn,
    "note_leave": NoteLeave,
}
