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

        rules.register(*RULES)
        register(
            Kind(
                OPINION,
                Opinion,
                POLICIES,
                words=lambda o: f"{o.title}\n{o.where}\n{o.body[:1000]}",
                series="人意",
                detail_template="opinions/_opinion.html",
            )
        )
        actions.register(OPINION.code, DESK)
        definitions.register(*FIGURES)
