"""Making and ending the lasting links of 双联系."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.base.refusals import BadInput
from guantong.deputies.models import ContactLink, Deputy, Target
from guantong.deputies.roster import body_of, show_to_bodies
from guantong.kernel.masking import mask_personal
from guantong.matters.services import open_matter_once, perform


@transaction.atomic
def make_link(
    *,
    deputy: Deputy,
    target: str,
    since: date,
    actor: Actor,
    contacted: Deputy | None = None,
    called: str = "",
    client_id: UUID | None = None,
) -> ContactLink:
    """Let a member keep contact with a deputy, or a deputy with a household, a voters' group or a firm.

    The same `client_id` a second time is the same link. Raises NotAllowed, Conflict (see open_matter_once), and
    BadInput for a day to come, for somebody not in office or not of the county, for a pair that is linked already,
    and for a name that holds personal data.
    """
    # Whoever links the same pair at once waits here for the first.
    deputy = (
        Deputy.objects.select_for_update(of=("self",)).select_related("region", "place", "station").get(pk=deputy.pk)
    )
    called = called.strip()
    key = client_id or uuid6.uuid7()
    if since > today():
        raise BadInput({"since": _("建立日期不能晚于今天。")})
    _check_pair(deputy, target, contacted, called)
    _check_new(key, deputy, target, contacted, called)
    link = ContactLink(
        id=key,
        # Kept with the record, so it is in the office's language whoever writes it.
        title=f"{deputy.name}联系{contacted.name if contacted else called}",
        region=deputy.region,
        place=contacted.place if contacted else deputy.place,
        holder=body_of(deputy),
        deputy=deputy,
        target=target,
        contacted=contacted,
        called=called,
        since=since,
    )
    made = open_matter_once(matter=link, kind="contact_link", actor=actor)
    show_to_bodies([made])
    return made


@transaction.atomic
def end_link(
    *, link: ContactLink, until: date, ended_because: str, actor: Actor, seen_version: int | None = None
) -> ContactLink:
    """End a link on a day, with the reason; its log stays. Raises BadInput for a day to come or before the link.

    Raises what perform raises.
    """
    if not link.since <= until <= today():
        raise BadInput({"until": _("结束日期应在建立日期到今天之间。")})
    return perform(
        matter=link,
        transition="end_link",
        actor=actor,
        seen_version=seen_version,
        changes={"until": until, "ended_because": ended_because.strip()},
    )


def _check_pair(deputy: Deputy, target: str, contacted: Deputy | None, called: str) -> None:
    if target not in Target.values:
        raise BadInput({"target": _("请选择联系对象类别。")})
    if not deputy.active:
        raise BadInput({"deputy": _("%(name)s已不在任。") % {"name": deputy.name}})
    if target == Target.DEPUTY:
        _check_deputies(deputy, contacted, called)
    elif contacted is not None or not called:
        raise BadInput({"called": _("请填写联系对象的名称。")})
    elif mask_personal(called) != called:
        raise BadInput({"called": _("请写名册上的称呼，例如“三组第5户”，不要写村民姓名、电话或证件号。")})


def _check_deputies(deputy: Deputy, contacted: Deputy | None, called: str) -> None:
    if not deputy.member:
        raise BadInput({"deputy": _("联系代表的应是常委会组成人员。")})
    if contacted is None or called:
        raise BadInput({"contacted": _("请选择被联系的代表。")})
    if contacted.pk == deputy.pk or not contacted.active or contacted.region_id != deputy.region_id:
        raise BadInput({"contacted": _("请选择本县另一位在任的代表。")})


def _check_new(key: UUID, deputy: Deputy, target: str, contacted: Deputy | None, called: str) -> None:
    same = ContactLink.objects.filter(
        deputy=deputy, target=target, contacted=contacted, called=called, until__isnull=True
    ).exclude(pk=key)
    if same.exists():
        field = "contacted" if contacted else "called"
        raise BadInput({field: _("这两方已经建立联系，还没有结束。不同村屯的同名户，请把村屯名写上。")})
