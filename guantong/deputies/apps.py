"""The deputies app."""

from django.apps import AppConfig


class DeputiesConfig(AppConfig):
    name = "guantong.deputies"
    label = "deputies"

    def ready(self) -> None:
        from guantong.deputies import standards
        from guantong.deputies.actions import ACTIVITY_DESK, DEED_DESK, PROJECT_DESK
        from guantong.deputies.figures import FIGURES
        from guantong.deputies.models import Activity, PracticalDeed, StationProject
        from guantong.deputies.policies import POLICIES
        from guantong.deputies.procedures import ACTIVITY, DEED, STATION_PROJECT
        from guantong.figures import definitions
        from guantong.matters import actions
        from guantong.matters.registry import Kind, register
        from guantong.regions import known_settings

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
        register(
            Kind(
                STATION_PROJECT,
                StationProject,
                POLICIES,
                words=lambda p: f"{p.title}\n{p.content}",
                detail_template="deputies/_station_project.html",
            )
        )
        actions.register(ACTIVITY.code, ACTIVITY_DESK)
        actions.register(DEED.code, DEED_DESK)
        actions.register(STATION_PROJECT.code, PROJECT_DESK)
        known_settings.register(standards.SETTING, standards.list_problem)
        definitions.register(*FIGURES)
