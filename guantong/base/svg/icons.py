"""Our own icons: strokes on a 24 by 24 ground, in the colour of the text beside them."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

PATHS = {
    "alert": "M12 7v6m0 3.8v.2M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 0 0 0-18.4z",
    "back": "M15 5l-7 7 7 7",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "clock": "M12 7v5.2l3.4 2M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 0 0 0-18.4z",
    "done": "M7.8 12.4l2.9 2.9 5.5-5.8M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 0 0 0-18.4z",
    "dot": "M12 10.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 0 0 0-3z",
    "down": "M12 5v14m-6-6l6 6 6-6",
    "download": "M12 3.5v11m-5-4.5l5 5 5-5M4.5 20h15",
    "file": "M6 3h8l4.5 4.5V21H6zM14 3v5h4.5",
    "forward": "M9 5l7 7-7 7",
    "half": "M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 0 0 0-18.4zm0 0v18.4m3-17.6v16.8m3-14.6v12.4",
    "home": "M3.5 11.5L12 4l8.5 7.5M6 9.8V20h12V9.8M10 20v-6h4v6",
    "info": "M12 11v6m0-10.2v.2M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 0 0 0-18.4z",
    "late": "M12 3.2L22 20.5H2zM12 10v5m0 2.6v.2",
    "list": "M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.5M4 12h.5M4 18h.5",
    "pause": "M9.5 8v8m5-8v8M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 0 0 0-18.4z",
    "pen": "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
    "person": "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
    "photo": "M3.5 7h4l1.5-2.5h6L16.5 7h4v12.5h-17zM12 9.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7z",
    "pin": (
        "M12 21.5c4.5-5 6.8-8.6 6.8-11.7a6.8 6.8 0 0 0-13.6 0c0 3.1 2.3 6.7 6.8 11.7z"
        "M12 7.4a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 0 0 0-4.8z"
    ),
    "plus": "M12 5v14M5 12h14",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.3 15.3L20.5 20.5",
    "send": "M3.5 12L20.5 4l-5 16-4-6.5zM11.5 13.5L20.5 4",
    "up": "M12 19V5m-6 6l6-6 6 6",
}

LOGO = (
    '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
    '<rect width="32" height="32" rx="6" fill="currentColor"/>'
    '<g fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round">'
    '<rect x="9" y="8.5" width="14" height="15" rx="2"/><path d="M4.5 16h23M16 8.5v15"/></g></svg>'
)
STROKE = (
    '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"'
    ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
    '<path d="{}"/></svg>'
)


def icon(name: str) -> SafeString:
    """Return one icon, hidden from listeners: a word stands beside it. An unknown name is a KeyError."""
    return format_html(STROKE, PATHS[name])


def logo() -> SafeString:
    """Return the mark of the house: 毌, the oldest form of 贯, in a seal."""
    return mark_safe(LOGO)  # noqa: S308 - a constant of this module
