"""What base/_field.html needs to know about one field of a form."""

from django.forms import BoundField, CheckboxInput, FileInput, Textarea
from django.utils.safestring import SafeString


def field_context(bound: BoundField, layout: str = "") -> dict[str, object]:
    """Return the context of base/_field.html.

    No `maxlength` reaches the browser, for it silently cuts what is pasted: the server says what is too long,
    and a textarea shows how much room is left.
    """
    most, widget = _room(bound), bound.field.widget
    return {
        "bound": bound,
        "layout": layout,
        "control": _control(bound, most),
        "error_id": f"{bound.auto_id}_error",
        "hint_id": f"{bound.auto_id}_helptext",
        "count_id": f"{bound.auto_id}_count",
        "most": most,
        "is_file": isinstance(widget, FileInput),
        "is_photo": str(widget.attrs.get("accept", "")).startswith("image"),
        "is_tick": isinstance(widget, CheckboxInput),
        "described_by": bound.aria_describedby,
    }


def focus_target(bound: BoundField) -> str:
    """Return the id of the element that a link to this field should reach: of a group, its first choice."""
    return bound.id_for_label or f"{bound.auto_id}_0"


def _room(bound: BoundField) -> int | None:
    most = getattr(bound.field, "max_length", None)
    return most if isinstance(bound.field.widget, Textarea) and isinstance(most, int) else None


def _control(bound: BoundField, most: int | None) -> SafeString:
    attributes: dict[str, str | bool] = {"maxlength": False}
    if most is not None:
        told = [bound.aria_describedby, f"{bound.auto_id}_count"]
        attributes["aria-describedby"] = " ".join(filter(None, told))
        attributes["data-most"] = str(most)
    return bound.as_widget(attrs=attributes)
