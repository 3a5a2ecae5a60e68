"""A text box that offers a list: searchable by typing, and usable without JavaScript."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.forms import TextInput


class ListedInput(TextInput):
    """An input with a datalist; `options` are pairs of value and group."""

    template_name = "matters/listed_input.html"

    def __init__(self, options: Iterable[tuple[str, str]] = (), attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})
        self.options = list(options)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"]["list"] = list_id
        return {**context, "list_id": list_id, "options": self.options}
