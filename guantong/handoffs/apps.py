"""The handoffs app."""

from dataclasses import replace

from django.apps import AppConfig


class HandoffsConfig(AppConfig):
    name = "guantong.handoffs"
    label = "handoffs"

    def ready(self) -> None:
        from guantong.handoffs.forms import BecomeSuggestion
        from guantong.handoffs.vote_forms import CallVote, TakeVote
        from guantong.matters import actions

        added: dict[str, dict[str, type[actions.MoveForm]]] = {
            "opinion": {"become_suggestion": BecomeSuggestion},
            "deliberation_opinion": {"call_vote": CallVote, "vote": TakeVote},
        }
        for kind, forms in added.items():
            desk = actions.desk_of(kind)
            actions.register(kind, replace(desk, forms={**desk.forms, **forms}))
