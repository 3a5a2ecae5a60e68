"""The funds app."""

from django.apps import AppConfig


class FundsConfig(AppConfig):
    name = "guantong.funds"
    label = "funds"

    def ready(self) -> None:
        from guantong.deadlines import rules
        from guantong.figures import definitions
        from guantong.funds.deadlines import RULES
        from guantong.funds.detail import FUND_DESK, PROJECT_DESK
        from guantong.funds.figures import FIGURES
        from guantong.funds.models import Fund, FundProject
        from guantong.funds.policies import POLICIES
        from guantong.funds.procedures import FUND, FUND_PROJECT
        from guantong.matters import actions
        from guantong.matters.registry import Kind, register

        rules.register(*RULES)
        register(
            Kind(
                FUND,
                Fund,
                POLICIES,
                words=lambda f: f"{f.title}\n{f.basis}",
                vouched=("title", "place_id", "basis"),
                detail_template="funds/_fund.html",
            )
        )
        register(
            Kind(
                FUND_PROJECT,
                FundProject,
                POLICIES,
                words=lambda p: f"{p.title}\n{p.content[:1000]}",
                vouched=("title", "place_id", "content", "finding", "work_done"),
                detail_template="funds/_project.html",
            )
        )
        actions.register(FUND.code, FUND_DESK)
        actions.register(FUND_PROJECT.code, PROJECT_DESK)
        definitions.register(*FIGURES)
