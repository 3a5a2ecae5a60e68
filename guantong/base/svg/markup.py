"""Elements of SVG as escaped text."""

from collections.abc import Iterable, Mapping

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Attributes = Mapping[str, str | None]


def element(name: str, attributes: Attributes | None = None, *children: str) -> SafeString:
    """Return one element; what is not marked safe is escaped, and a None value leaves its attribute out."""
    written = "".join(
        f' {key}="{conditional_escape(value)}"' for key, value in (attributes or {}).items() if value is not None
    )
    return mark_safe(f"<{name}{written}>{joined(children)}</{name}>")  # noqa: S308 - every part is escaped above


def joined(parts: Iterable[str]) -> SafeString:
    """Return the parts side by side, each escaped unless marked safe."""
    return mark_safe("".join(conditional_escape(part) for part in parts))  # noqa: S308 - every part is escaped here


def text(content: str, x: str, y: str, fill: str, **attributes: str) -> SafeString:
    """Return a line of text at a place (lengths with their unit: em or %)."""
    return element("text", {"x": x, "y": y, "fill": fill, **attributes}, content)


def middle(content: str, x: str, y: str, fill: str, **attributes: str) -> SafeString:
    """Return a line of text with its middle at a place."""
    return text(content, x, y, fill, **{"text-anchor": "middle", **attributes})


def rect(attributes: Attributes, **more: str) -> SafeString:
    """Return a rectangle."""
    return element("rect", {**attributes, **more})


def circle(x: str, y: str, radius: str, fill: str, **attributes: str) -> SafeString:
    """Return a circle."""
    return element("circle", {"cx": x, "cy": y, "r": radius, "fill": fill, **attributes})


def surface(x: str, y: str, width: str, height: str) -> SafeString:
    """Return an unseen rectangle that can be pressed, for marks too small for a finger."""
    place = {"x": x, "y": y, "width": width, "height": height}
    return rect(place, fill="none", **{"pointer-events": "all"})


def picture(title: str, height: str, *children: str, desc: str = "", extra_class: str = "") -> SafeString:
    """Return the whole picture: as wide as its place, `height` in em of its own type (14 px without CSS)."""
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": f"chart {extra_class}".strip(),
        "role": "group",
        "aria-label": title,
        "width": "100%",
        "height": height,
        "font-size": "14",
    }
    told = [element("title", None, title)] + ([element("desc", None, desc)] if desc else [])
    return element("svg", attributes, *told, *children)


def link(url: str, name: str, *shapes: str) -> SafeString:
    """Return shapes that lead to `url` and say `name` to those who hover or listen."""
    return element("a", {"href": url, "aria-label": name}, element("title", None, name), *shapes)


def percent(share: float) -> str:
    """Return a share of the width (0 to 1) as a percentage with two places."""
    return f"{share * 100:.2f}%"


def em(length: float) -> str:
    """Return a length in em with two places."""
    return f"{length:.2f}em"
