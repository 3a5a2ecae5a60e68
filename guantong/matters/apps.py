"""The matters app."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "guantong.matters"
    label = "matters"

    def ready(self) -> None:
        from guantong.figures.openers import open_with
        from guantong.matters.selectors import visible

        open_with(lambda actor, ids: set(visible(actor).filter(pk__in=ids).values_list("pk", flat=True)))
