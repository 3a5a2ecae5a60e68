"""Printing many codes: laid out behind the page, with progress and a way to call it off."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from guantong.accounts.actors import Actor
from guantong.base.models import Work
from guantong.base.refusals import BadInput, NotAllowed
from guantong.base.works import begin_work, finish_work, report_progress, working
from guantong.opinions.models import IntakeCode
from guantong.opinions.sheets import Size, sheet_pdf

AT_ONCE = 60
"""Codes that a page prints while the person waits; more go to the queue."""

MOST = 800
"""Codes of one sheet: a hundred pages."""

TASK = "print_codes"


@transaction.atomic
def order_sheet(*, codes: Sequence[IntakeCode], template: str, actor: Actor) -> Work:
    """Put the sheet of many codes on the queue; `template` is a code's address with {token} in it.

    Raises NotAllowed for somebody not signed in, BadInput without codes or with more than MOST.
    """
    if actor.person_id is None:
        raise NotAllowed(_("请先登录。"))
    if not 1 <= len(codes) <= MOST:
        raise BadInput({"codes": _("一次可以打印1至%(most)s张，现在有%(n)s张。") % {"most": MOST, "n": len(codes)}})
    what = _("打印%(n)s张二维码卡片") % {"n": len(codes)}
    work = begin_work(what=what, total=len(codes), person_id=actor.person_id)
    app.configure_task(TASK).defer(work_id=str(work.pk), codes=[code.pk for code in codes], template=template)
    return work


def print_sheet(*, work_id: UUID, code_ids: Sequence[int], template: str) -> None:
    """Lay the sheet out and keep it with the work; safe to run again."""
    with working(work_id):
        codes = list(IntakeCode.objects.filter(pk__in=code_ids).select_related("region"))
        report_progress(work_id=work_id, done=0)
        pdf = sheet_pdf(
            codes,
            size=Size.CARDS,
            address=lambda code: template.format(token=code.token),
            progress=lambda done: report_progress(work_id=work_id, done=done),
        )
        finish_work(work_id=work_id, name="codes.pdf", content=pdf)
