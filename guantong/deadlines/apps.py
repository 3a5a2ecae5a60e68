"""The deadlines app."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "guantong.deadlines"
    label = "deadlines"
