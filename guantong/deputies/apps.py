"""The deputies app."""

from django.apps import AppConfig


class DeputiesConfig(AppConfig):
    name = "guantong.deputies"
    label = "deputies"

    def ready(self) -> None:
        from guantong.audit import witnesses
        from guantong.deputies import contact_plan, standards
        from guantong.deputies.actions import ACTIVITY_DESK, DEED_DESK, LINK_DESK, PROJECT_DESK
        from guantong.deputies.contact_witness import WITNESS
        from guantong.deputies.figures import FIGURES
        from guantong.deputies.models import Activity, ContactLink, PracticalDeed, StationProject
        from guantong.deputies.policies import POLICIES
        from guantong.deputies.procedures import ACTIVITY, CONTACT_LINK, DEED, STATION_PROJECT
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
        register(
            Kind(
                CONTACT_LINK,
                ContactLink,
                POLICIES,
                words=lambda link: link.title,
                vouched=("title", "place_id", "deputy_id", "target", "contacted_id", "called", "since"),
                detail_template="deputies/_contact_link.html",
            )
        )
        actions.register(ACTIVITY.code, ACTIVITY_DESK)
        actions.register(DEED.code, DEED_DESK)
        actions.register(STATION_PROJECT.code, PROJECT_DESK)
        actions.register(CONTACT_LINK.code, LINK_DESK)
        known_settings.register(standards.SETTING, standards.list_problem)
        known_settings.register(contact_plan.TIMES_SETTING, contact_plan.times_problem)
        known_settings.register(contact_plan.LINKS_SETTING, contact_plan.links_problem)
        witnesses.register(WITNESS)
        definitions.register(*FIGURES)
