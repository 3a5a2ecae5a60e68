"""The ballots app."""

from django.apps import AppConfig


class BallotsConfig(AppConfig):
    name = "guantong.ballots"
    label = "ballots"

    def ready(self) -> None:
        from guantong.ballots.detail import DESK
        from guantong.ballots.figures import FIGURES
        from guantong.ballots.models import Ballot
        from guantong.ballots.policies import POLICIES
        from guantong.ballots.procedures import BALLOT
        from guantong.ballots.rules.settings import register_settings
        from guantong.figures import definitions
        from guantong.matters import actions
        from guantong.matters.registry import Kind, register

        register(
            Kind(
                BALLOT,
                Ballot,
                POLICIES,
                words=lambda ballot: str(ballot.title),
                vouched=("title", "place_id", "voters", "purpose", "setup_digest", "lock", "papers_digest"),
                detail_template="ballots/_ballot.html",
            )
        )
        actions.register(BALLOT.code, DESK)
        register_settings()
        definitions.register(*FIGURES)
