"""The matters app."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "guantong.matters"
    label = "matters"

    def ready(self) -> None:
        from guantong.audit import witnesses
        from guantong.figures.openers import open_with
        from guantong.matters import ladder, office_codes
        from guantong.matters.selectors import visible
        from guantong.matters.witness import WITNESS
        from guantong.regions import known_settings

        open_with(lambda actor, ids: set(visible(actor).filter(pk__in=ids).values_list("pk", flat=True)))
        witnesses.register(WITNESS)
        known_settings.register(ladder.SETTING, ladder.days_problem)
        known_settings.register(office_codes.SETTING, office_codes.codes_problem)
