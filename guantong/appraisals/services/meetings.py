"""The meeting at which a deputy reports: slips, who was present, and the count of the ratings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.appraisals.deadlines import BY_SLIP
from guantong.appraisals.models import DutyReport, Rating, Slip
from guantong.appraisals.selectors.slips import digest_of_token, token_of, used_numbers
from guantong.attachments.images import read_photo
from guantong.attachments.services import keep_photo
from guantong.base.now import local_day, now
from guantong.base.refusals import BadInput, NotNow
from guantong.base.satisfaction import Satisfaction
from guantong.deadlines.calendar import calendar
from guantong.deadlines.rules import rule_in_force
from guantong.kernel.clock import due
from guantong.matters.services import lock_matter, perform
from guantong.notifications.notices import to_roles

MOST_SLIPS = 500
"""Slips of one report, and voters at one meeting."""


@transaction.atomic
def print_slips(*, report: DutyReport, count: int, actor: Actor, seen_version: int | None = None) -> DutyReport:
    """Make so many further slips. Raises BadInput for more than MOST_SLIPS in all, and what perform raises."""
    made = lock_matter(report).slips.count()
    if not 1 <= count <= MOST_SLIPS - made:
        raise BadInput(
            {"count": _("一场报告会最多印%(most)s张，已印%(made)s张。") % {"most": MOST_SLIPS, "made": made}}
        )
    done = perform(
        matter=report,
        transition="print_slips",
        actor=actor,
        seen_version=seen_version,
        given={"count": count},
        data={"slips": count},
    )
    numbers = range(made + 1, made + count + 1)
    Slip.objects.bulk_create(
        Slip(report=done, number=number, digest=digest_of_token(token_of(done.pk, number))) for number in numbers
    )
    return done


@transaction.atomic
def hold_report(
    *,
    report: DutyReport,
    present: int,
    sign_in: File[bytes],
    actor: Actor,
    held_at: datetime | None = None,
    seen_version: int | None = None,
) -> DutyReport:
    """Open the meeting and its rating: `present` are the names on the sign-in list, whose photo becomes part of it.

    Slips are handed out in the order of their numbers; those beyond `present` no longer work. `held_at` is now
    unless the meeting was earlier.

    Raises BadInput for a number that cannot be, a time to come or a photo that cannot be read, and what perform raises.
    """
    at = held_at or now()
    if at > now():
        raise BadInput({"held_at": _("时间不能晚于现在。")})
    if not 1 <= present <= MOST_SLIPS:
        raise BadInput({"present": _("到会选民应在1至%(most)s人之间。") % {"most": MOST_SLIPS}})
    photo = read_photo(sign_in)
    rule = rule_in_force(BY_SLIP.code, region_code=report.region_id, on=local_day(at))
    done = perform(
        matter=report,
        transition="hold",
        actor=actor,
        seen_version=seen_version,
        changes={"held_at": at, "present": present, "rating_until": due(rule, at, calendar=calendar()).at},
        given={"list": photo},
        data={"photo": photo.digest},
    )
    done.slips.filter(number__gt=present).delete()
    keep_photo(owner=done.pk, photo=photo, actor=actor)
    return done


@transaction.atomic
def rate_by_slip(*, slip: Slip, grade: Satisfaction, form: UUID) -> bool:
    """Rate a report with a slip; whether this counted: the slip works once, and the first rating stands.

    `form` is the id that the page made, so that a form sent twice is one rating. Nothing keeps together slip and grade,
    and no entry is made: a moment beside a grade could be told apart.

    Raises NotNow while the rating is not open, and for a slip that another form used.
    """
    report = lock_matter(slip.report)
    held = Slip.objects.filter(pk=slip.pk).first()
    if held is not None and held.used_by == form:
        return False
    if held is None or not report.takes_slips:
        raise NotNow(_("现在不能测评：报告会还没有开始，或者测评已经结束。"))
    if held.used_by is not None:
        raise NotNow(_("这张测评票已经用过，每张票只能评一次。"))
    held.used_by = form
    held.save(update_fields=["used_by"])
    Rating.objects.create(report=report, grade=grade)
    return True


@transaction.atomic
def rate_report(
    *,
    report: DutyReport,
    actor: Actor,
    satisfied: int = 0,
    fair: int = 0,
    dissatisfied: int = 0,
    tally: File[bytes] | None = None,
    seen_version: int | None = None,
) -> DutyReport:
    """Close the rating: ratings by slip are counted, those on paper (the arguments) are added from the counted slips.

    `tally` is a photo of the tally and becomes part of the report; it is needed where anything is on paper.

    Raises BadInput for more ratings than voters present or a tally without its photo, NotNow where slips and ratings
    do not agree, and what perform raises.
    """
    held = lock_matter(report)
    on_paper = {Satisfaction.SATISFIED: satisfied, Satisfaction.FAIR: fair, Satisfaction.DISSATISFIED: dissatisfied}
    by_slip = _by_slip(held)
    _check(held, on_paper, by_slip, tally)
    photo = read_photo(tally) if tally is not None else None
    grades = {grade: on_paper[grade] + by_slip[grade] for grade in Satisfaction}
    votes = sum(grades.values())
    done = perform(
        matter=held,
        transition="rate",
        actor=actor,
        seen_version=seen_version,
        changes={"rated_at": now(), "holder": None},
        data={"votes": votes, "on_paper": sum(on_paper.values()), **({"photo": photo.digest} if photo else {})},
        tell=to_roles(held.region_id, [Role.CLERK], _("述职测评已经结束，请公开结果。")),
    )
    # Not as changes of the move: its entry, which many read, would tell few ratings by grade.
    done.satisfied, done.fair, done.dissatisfied = (grades[grade] for grade in reversed(Satisfaction))
    done.votes, done.content = votes, votes - done.dissatisfied
    done.save(update_fields=["satisfied", "fair", "dissatisfied", "votes", "content"])
    if photo is not None:
        keep_photo(owner=done.pk, photo=photo, actor=actor)
    return done


def _by_slip(report: DutyReport) -> Mapping[Satisfaction, int]:
    """The ratings by slip, by grade. Raises NotNow where they are not as many as the slips that were used."""
    rows = dict(report.ratings.values_list("grade").annotate(n=Count("pk")))
    if sum(rows.values()) != len(used_numbers(report)):
        raise NotNow(_("用过的测评票和测评记录的数目不一致，请系统管理员核查后再结束测评。"))
    return {grade: rows.get(grade, 0) for grade in Satisfaction}


def _check(
    report: DutyReport, on_paper: Mapping[Satisfaction, int], by_slip: Mapping[Satisfaction, int], tally: object
) -> None:
    written, used = sum(on_paper.values()), sum(by_slip.values())
    left = (report.present or 0) - used
    if min(on_paper.values()) < 0 or written > left:
        words = {"present": report.present or 0, "used": used, "left": left}
        wrong = _("到会%(present)s人，手机测评%(used)s张，纸质票最多%(left)s张，请核对。") % words
        raise BadInput({"satisfied": wrong})
    if written and tally is None:
        raise BadInput({"tally": _("有纸质票的，请上传计票单照片。")})
