"""The appraisals app."""

from functools import partial

from django.apps import AppConfig


class AppraisalsConfig(AppConfig):
    name = "guantong.appraisals"
    label = "appraisals"

    def ready(self) -> None:
        from guantong.appraisals.deadlines import RULES
        from guantong.appraisals.detail import SHEET_DESK
        from guantong.appraisals.models import ScoreSheet
        from guantong.appraisals.policies import POLICIES
        from guantong.appraisals.procedures import SCORE_SHEET
        from guantong.appraisals.rules import SCORE_SETTINGS, TASK_SETTINGS, score_problem, task_problem
        from guantong.deadlines import rules
        from guantong.matters import actions
        from guantong.matters.registry import Kind, register
        from guantong.regions import known_settings

        rules.register(*RULES)
        register(
            Kind(
                SCORE_SHEET,
                ScoreSheet,
                POLICIES,
                words=lambda sheet: sheet.title,
                detail_template="appraisals/_sheet.html",
            )
        )
        actions.register(SCORE_SHEET.code, SHEET_DESK)
        for subjects, key in SCORE_SETTINGS.items():
            known_settings.register(key, partial(score_problem, subjects))
        for kind, key in TASK_SETTINGS.items():
            known_settings.register(key, partial(task_problem, kind))
