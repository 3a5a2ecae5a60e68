"""{% load guantong %}: the components of the three doors."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from guantong.base.context import ELDER, MODE_COOKIE
from guantong.base.svg import icons
from guantong.base.templatetags.form_field import field_context
from guantong.base.templatetags.form_problems import problems_of
from guantong.base.templatetags.money import yuan
from guantong.base.templatetags.table_cells import table_context
from guantong.base.templatetags.typed_text import TypedValue, typed_values

NOTICE_ICONS = {"info": "info", "success": "done", "warning": "late", "error": "alert", "debug": "info"}

register = template.Library()


@register.inclusion_tag("base/_field.html")
def field(bound: BoundField, layout: str = "") -> dict[str, object]:
    """Label, hint, error and control of one form field. `layout="row"` sets short choices side by side."""
    return field_context(bound, layout)


@register.inclusion_tag("base/_errors.html")
def error_summary(*forms: BaseForm) -> dict[str, object]:
    """All that is wrong with the forms, each line leading to its field; nothing when nothing is wrong."""
    return {"problems": [problem for form in forms for problem in problems_of(form)]}


@register.inclusion_tag("base/_clock.html")
def clock(clock: object) -> dict[str, object]:
    """The chip of a legal clock; `clock` has state, word, due, source, explanation."""
    return {"clock": clock}


@register.inclusion_tag("base/_strip.html")
def strip(steps: Sequence[object], across: bool = True) -> dict[str, object]:
    """The procedure as steps with label, state (done, now, next, skipped) and note."""
    return {"steps": steps, "across": across}


@register.inclusion_tag("base/_timeline.html")
def timeline(entries: Sequence[object]) -> dict[str, object]:
    """The entries of a matter in the order given."""
    return {"entries": entries}


@register.inclusion_tag("base/_tile.html")
def tile(tile: object) -> dict[str, object]:
    """One figure with its name, unit, period, definition and the way to its records."""
    return {"tile": tile}


register.simple_tag(yuan)


@register.inclusion_tag("base/_table.html")
def table(table: Mapping[str, Any]) -> dict[str, object]:
    """A plain table; see base/_table.html for its shape."""
    return table_context(table)


@register.inclusion_tag("base/_pager.html")
def pager(previous_url: str = "", next_url: str = "", at: str = "") -> dict[str, object]:
    """Links to the pages before and after; `at` says where the reader is."""
    return {"previous_url": previous_url, "next_url": next_url, "at": at}


@register.inclusion_tag("base/_tabs.html")
def tabs(items: Sequence[object], label: str) -> dict[str, object]:
    """Views of one thing; each item has label, url, current, count; `label` names the group."""
    return {"items": items, "label": label}


@register.inclusion_tag("base/_progress.html", takes_context=True)
def progress(context: Context, job: object) -> dict[str, object]:
    """Long work: what is being done, how far, how to stop it."""
    return {"job": job, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("base/_empty.html")
def empty(title: str, text: str = "", url: str = "", action: str = "") -> dict[str, object]:
    """What stands where a list has nothing, and what to do next."""
    return {"title": title, "text": text, "url": url, "action": action}


@register.simple_block_tag
def notice(content: SafeString, kind: str = "info") -> SafeString:
    """{% notice "warning" %}…{% endnotice %}: kinds info, success, warning, error."""
    return format_html(
        '<div class="notice notice--{}">{}<div>{}</div></div>', kind, icons.icon(NOTICE_ICONS[kind]), content
    )


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of our own icons, hidden from listeners."""
    return icons.icon(name)


@register.simple_tag
def message_icon(level: str) -> SafeString:
    """The icon of a message's level; levels of one's own get the one for information."""
    return icons.icon(NOTICE_ICONS.get(level, "info"))


@register.simple_tag
def logo() -> SafeString:
    """The mark of the house."""
    return icons.logo()


@register.simple_tag(takes_context=True)
def elder_mode(context: Context) -> bool:
    """Whether this person asked for 长者模式; remembered in the cookie `mode`."""
    request = context.get("request")
    return request is not None and request.COOKIES.get(MODE_COOKIE) == ELDER


@register.simple_tag(takes_context=True)
def typed_fields(context: Context) -> list[TypedValue]:
    """What was typed into the form that was just refused, without passwords and receipt secrets."""
    request = context.get("request")
    return typed_values(request) if request is not None else []
