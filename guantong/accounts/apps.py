"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "guantong.accounts"
    label = "accounts"

    def ready(self) -> None:
        from guantong.accounts import checks

        checks.load()
