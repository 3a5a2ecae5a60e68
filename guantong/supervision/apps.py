"""The supervision app."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "guantong.supervision"
    label = "supervision"

    def ready(self) -> None:
        from guantong.deadlines import rules as periods
        from guantong.figures import definitions
        from guantong.matters import actions
        from guantong.matters.registry import register
        from guantong.regions import known_settings
        from guantong.supervision import rules
        from guantong.supervision.deadlines import RULES
        from guantong.supervision.detail import DESKS
        from guantong.supervision.figures import FIGURES
        from guantong.supervision.kinds import KINDS

        periods.register(*RULES)
        for kind in KINDS:
            register(kind)
            actions.register(kind.procedure.code, DESKS[kind.procedure.code])
        definitions.register(*FIGURES)
        known_settings.register(rules.CRITERIA_SETTING, rules.criteria_problem)
