"""The deputies app."""

from django.apps import AppConfig


class DeputiesConfig(AppConfig):
    name = "guantong.deputies"
    label = "deputies"

    def ready(self) -> None:
        from guantong.deputies.actions import ACTIVITY_DESK, DEED_DESK
        from guantong.deputies.figures import FIGURES
        from guantong.deputies.models import Activity, PracticalDeed
        from guantong.deputies.policies import POLICIES
        from guantong.deputies.procedures import ACTIVITY, DEED
        from guantong.figures import definitions
        from guantong.matters import actions
        from guantong.matters.registry import Kind, register

        register(
            Kind(
                ACTIVITY,
                Activity,
                POLICIES,
                words=lambda a: a.title,
                detail_template="deputies/_activity.html",
            )
        )
        register(
            Kind(
                DEED,
                PracticalDeed,
                POLICIES,
                words=lambda d: f"{d.title}\n{d.content}",
                detail_template="deputies/_deed.html",
            )
        )
        actions.register(ACTIVITY.code, ACTIVITY_DESK)
        actions.register(DEED.code, DEED_DESK)
        definitions.register(*FIGURES)
