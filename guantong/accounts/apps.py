"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "guantong.accounts"
    label = "accounts"

    def ready(self) -> None:
        from guantong.accounts import checks
        from guantong.accounts.witness import WITNESS
        from guantong.audit import witnesses

        checks.load()
        witnesses.register(WITNESS)
