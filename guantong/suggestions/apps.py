"""The suggestions app."""

from django.apps import AppConfig


class SuggestionsConfig(AppConfig):
    name = "guantong.suggestions"
    label = "suggestions"

    def ready(self) -> None:
        from guantong.deadlines import rules
        from guantong.figures import definitions
        from guantong.matters import actions
        from guantong.matters.registry import Kind, register
        from guantong.regions import known_settings
        from guantong.suggestions import selectors
        from guantong.suggestions.deadlines import RULES
        from guantong.suggestions.detail import DESK
        from guantong.suggestions.figures import FIGURES
        from guantong.suggestions.models import Suggestion
        from guantong.suggestions.policies import POLICIES
        from guantong.suggestions.procedures import SUGGESTION

        rules.register(*RULES)
        register(
            Kind(
                SUGGESTION,
                Suggestion,
                POLICIES,
                words=lambda s: f"{s.title}\n{s.body[:1000]}",
                vouched=("title", "body", "place_id", "reply", "promise", "published_text"),
                series="人建",
                detail_template="suggestions/_suggestion.html",
            )
        )
        actions.register(SUGGESTION.code, DESK)
        definitions.register(*FIGURES)
        known_settings.register(selectors.LABELS_SETTING, selectors.letters_problem)
