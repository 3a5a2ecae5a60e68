"""The base app."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "guantong.base"
    label = "base"

    def ready(self) -> None:
        from guantong.base import checks
        from guantong.base.plain_sentences import speak_plainly

        checks.load()
        speak_plainly()
