"""Building what was approved, and accepting it with a deputy present."""

from __future__ import annotations

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.attachments.images import read_photo
from guantong.attachments.services import keep_photo
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy
from guantong.funds.deadlines import BUILD
from guantong.funds.models import FundProject
from guantong.matters.services import extend_clock, perform
from guantong.notifications.notices import Notice


def sign_contract(
    *, project: FundProject, contractor: str, contracted: int, actor: Actor, seen_version: int | None = None
) -> FundProject:
    """Sign the contract and begin. Raises BadInput for more than was approved, and what perform raises."""
    if not 0 < contracted <= (project.approved or 0):
        words = {"n": f"{project.approved or 0:,}"}
        raise BadInput({"contracted": _("合同金额应大于0，且不超过批准的%(n)s元。") % words})
    return perform(
        matter=project,
        transition="sign",
        actor=actor,
        seen_version=seen_version,
        changes={"contractor": contractor, "contracted": contracted},
    )


def extend_building(
    *, project: FundProject, amount: int, reason: str, actor: Actor, seen_version: int | None = None
) -> FundProject:
    """Give the unit more time to build, within the rule's cap. Raises what extend_clock raises."""
    return extend_clock(
        matter=project, code=BUILD.code, amount=amount, reason=reason, actor=actor, seen_version=seen_version
    )


@transaction.atomic
def finish_project(
    *, project: FundProject, work_done: str, photos: File[bytes], actor: Actor, seen_version: int | None = None
) -> FundProject:
    """Report that the work is done, with a photo of the site; somebody else accepts it.

    Raises BadInput for a photo that cannot be read, and what perform raises.
    """
    picture = read_photo(photos)
    built = perform(
        matter=project,
        transition="finish",
        actor=actor,
        seen_version=seen_version,
        changes={"work_done": work_done, "holder": None},
        given={"photo": picture},
        data={"photo": picture.digest},
    )
    keep_photo(owner=built.pk, photo=picture, actor=actor)
    return built


def send_back(*, project: FundProject, reason: str, actor: Actor, seen_version: int | None = None) -> FundProject:
    """Send work back that is not as agreed. Raises what perform raises."""
    return perform(
        matter=project,
        transition="send_back",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"holder": project.unit},
        tell=[Notice(project.unit_id, _("验收没有通过，请按意见整改。"))],
    )


@transaction.atomic
def accept_project(
    *, project: FundProject, witness: Deputy, actor: Actor, reason: str = "", seen_version: int | None = None
) -> FundProject:
    """Accept the work with a deputy of the county present. Raises BadInput without one, and what perform raises."""
    if witness.region_id != project.region_id or not witness.active:
        raise BadInput({"witness": _("请选择本县到场的代表。")})
    return perform(
        matter=project,
        transition="accept",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"witness": witness, "accepted_at": now()},
    )


def rate_project(
    *, project: FundProject, rated: Satisfaction, actor: Actor, seen_version: int | None = None
) -> FundProject:
    """Rate the result, by the deputy who was there. Raises what perform raises."""
    return perform(
        matter=project,
        transition="rate",
        actor=actor,
        seen_version=seen_version,
        changes={"rated": int(rated), "rated_at": now()},
    )
