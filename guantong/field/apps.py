"""The field app."""

from django.apps import AppConfig


class FieldConfig(AppConfig):
    name = "guantong.field"
    label = "field"
