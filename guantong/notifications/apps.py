"""The notifications app."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "guantong.notifications"
    label = "notifications"
