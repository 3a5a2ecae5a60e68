"""The opinions app."""

from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    name = "guantong.opinions"
    label = "opinions"

    def ready(self) -> None:
        from guantong.deadlines import rules
        from guantong.figures import definitions
        from guantong.matters import actions
        from guantong.matters.registry import Kind, register
        from guantong.opinions.deadlines import RULES
        from guantong.opinions.detail import DESK
        from guantong.opinions.figures import FIGURES
        from guantong.opinions.models import Opinion
        from guantong.opinions.policies import POLICIES
        from guantong.opinions.procedures import OPINION
        from guantong.opinions.services import speaking
        from guantong.regions import known_settings

        rules.register(*RULES)
        register(
            Kind(
                OPINION,
                Opinion,
                POLICIES,
                words=lambda o: f"{o.title}\n{o.where}\n{o.body[:1000]}",
                vouched=("title", "body", "where", "place_id", "answer"),
                series="人意",
                detail_template="opinions/_opinion.html",
            )
        )
        actions.register(OPINION.code, DESK)
        definitions.register(*FIGURES)
        known_settings.register(speaking.RAPID_SETTING, speaking.sources_problem)
