"""System checks for the house rules that imports cannot show."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register


def _layer(app_label: str) -> int | None:
    for depth, layer in enumerate(settings.LAYERS):
        if app_label in layer:
            return depth
    return None


@register()
def relations_point_down(**_: Any) -> list[CheckMessage]:
    """No model may point at a model of a higher layer, or of a neighbour on its own layer.

    The signed-in person (AUTH_USER_MODEL) may be pointed at from everywhere: Django's own seam.
    """
    found: list[CheckMessage] = []
    for model in apps.get_models():
        own = _layer(model._meta.app_label)
        for field in model._meta.local_fields:
            target = field.related_model
            if own is None or target is None or isinstance(target, str):
                continue
            if target._meta.label == settings.AUTH_USER_MODEL or target._meta.app_label == model._meta.app_label:
                continue
            other = _layer(target._meta.app_label)
            if other is not None and other <= own:
                found.append(
                    Error(
                        f"{model._meta.label}.{field.name} points up to {target._meta.label}",
                        id="guantong.E001",
                    )
                )
    return found


@register()
def migrations_are_named(**_: Any) -> list[CheckMessage]:
    """A migration's name says what it is for."""
    from django.db.migrations.loader import MigrationLoader

    ours = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return [
        Error(f"{app}.{name} was named by a machine", id="guantong.E002")
        for app, name in ours
        if _layer(app) is not None and "_auto_" in name
    ]


def load() -> None:
    """Importing this module registers its checks; calling this says that it is meant."""
