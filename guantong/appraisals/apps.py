"""The appraisals app."""

from functools import partial

from django.apps import AppConfig


class AppraisalsConfig(AppConfig):
    name = "guantong.appraisals"
    label = "appraisals"

    def ready(self) -> None:
        from guantong.appraisals.actions import REPORT_DESK
        from guantong.appraisals.deadlines import RULES
        from guantong.appraisals.detail import SHEET_DESK
        from guantong.appraisals.figures import FIGURES
        from guantong.appraisals.models import DutyReport, ScoreSheet
        from guantong.appraisals.policies import POLICIES
        from guantong.appraisals.procedures import DUTY_REPORT, SCORE_SHEET
        from guantong.appraisals.rules import SCORE_SETTINGS, TASK_SETTINGS, score_problem, task_problem
        from guantong.appraisals.selectors.sheets import told_entries
        from guantong.appraisals.services.reports import DUE, due_problem
        from guantong.deadlines import rules
        from guantong.figures import definitions
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
                told=told_entries,
            )
        )
        actions.register(SCORE_SHEET.code, SHEET_DESK)
        register(
            Kind(
                DUTY_REPORT,
                DutyReport,
                POLICIES,
                words=lambda report: f"{report.title}\n{report.body}",
                vouched=("title", "place_id", "body"),
                detail_template="appraisals/_report.html",
            )
        )
        actions.register(DUTY_REPORT.code, REPORT_DESK)
        definitions.register(*FIGURES)
        known_settings.register(DUE, due_problem)
        for subjects, key in SCORE_SETTINGS.items():
            known_settings.register(key, partial(score_problem, subjects))
        for kind, key in TASK_SETTINGS.items():
            known_settings.register(key, partial(task_problem, kind))
