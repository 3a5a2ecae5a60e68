"""The handoffs app."""

from dataclasses import replace

from django.apps import AppConfig


class HandoffsConfig(AppConfig):
    name = "guantong.handoffs"
    label = "handoffs"

    def ready(self) -> None:
        from guantong.handoffs.forms import BecomeSuggestion
        from guantong.matters import actions

        opinions = actions.desk_of("opinion")
        forms: dict[str, type[actions.MoveForm]] = {**opinions.forms, "become_suggestion": BecomeSuggestion}
        actions.register("opinion", replace(opinions, forms=forms))
