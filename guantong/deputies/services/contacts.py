"""The log of contacts: each an entry of its link, and taken out of the count again with a reason."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import local_day, now
from guantong.base.refusals import BadInput, NotNow
from guantong.deputies.contact_witness import contact_digest
from guantong.deputies.models import Contact, ContactLink, Followed, How, Target
from guantong.deputies.services.deeds import promise_deed
from guantong.deputies.services.moments import not_to_come
from guantong.figures.marks import marks_for
from guantong.figures.models import Mark
from guantong.kernel.masking import mask_numbers
from guantong.matters.models import LinkKind, Matter
from guantong.matters.services import link_matters, perform

MOST_PERSON_TIMES = 200


@transaction.atomic
def log_contact(
    *,
    link: ContactLink,
    met_at: datetime,
    how: str,
    said: str,
    actor: Actor,
    person_times: int = 1,
    followed: str = Followed.NOTHING,
    promise: str = "",
    client_id: UUID | None = None,
    seen_version: int | None = None,
) -> Contact:
    """Log one contact; the same `client_id` a second time changes nothing.

    With `promise`, a deed is promised with it; an opinion that came of it is recorded and tied on its own (see
    follow_contact). Whoever is not the deputy themself writes on their behalf, and the record says so. Raises
    BadInput, also for a moment to come or outside the time of the link, and what perform raises.
    """
    # Whoever sends the same form twice at once waits here for the first.
    Matter.objects.select_for_update().only("pk").get(pk=link.pk)
    if client_id is not None and (first := Contact.objects.filter(link=link, client_id=client_id).first()):
        return first
    link = ContactLink.objects.select_related("deputy__station", "region", "place").get(pk=link.pk)
    said, promise = said.strip(), promise.strip()
    _check(link, met_at, how, said, person_times, followed, promise)
    contact = Contact(
        client_id=client_id,
        link=link,
        met_at=met_at,
        how=how,
        said=said,
        person_times=person_times,
        followed=followed,
        written_by_id=actor.person_id,
        on_behalf=actor.person_id is None or actor.person_id != link.deputy.person_id,
    )
    contact.save(force_insert=True)
    Mark.objects.bulk_create(marks_for(contact))
    perform(
        matter=link,
        transition="log_contact",
        actor=actor,
        seen_version=seen_version,
        given={"met_at": met_at, "said": said},
        data={"contact": contact.pk, "on_behalf": contact.on_behalf, "sm3": contact_digest(contact)},
    )
    return _promised(contact, promise, actor) if followed == Followed.DEED else contact


@transaction.atomic
def follow_contact(*, contact: Contact, became: Matter, actor: Actor) -> Contact:
    """Tie to a contact what came of it; again with the same changes nothing. Raises what perform raises.

    Raises NotNow for a contact that was struck, that nothing came of, or that something else is tied to.
    """
    Matter.objects.select_for_update().only("pk").get(pk=contact.link_id)
    contact = Contact.objects.select_related("link").get(pk=contact.pk)
    if contact.became_id == became.pk:
        return contact
    if contact.struck_at or contact.followed == Followed.NOTHING or contact.became_id or not _near(contact, became):
        raise NotNow(_("这条联系记录不能再登记后续。"))
    perform(
        matter=contact.link,
        transition="follow_contact",
        actor=actor,
        data={"contact": contact.pk, "became": str(became.pk)},
    )
    contact.became = became
    contact.save(update_fields=["became"])
    link_matters(source=became, target=contact.link, kind=LinkKind.RAISED_AT)
    return contact


@transaction.atomic
def strike_contact(
    *, link: ContactLink, contact: Contact, reason: str, actor: Actor, seen_version: int | None = None
) -> Contact:
    """Take a contact that was logged wrongly out of the count; it stays to be read. Raises what perform raises.

    Raises NotNow for one that is not of this link or was struck before.
    """
    perform(
        matter=link,
        transition="strike_contact",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        data={"contact": contact.pk},
    )
    if not Contact.objects.filter(pk=contact.pk, link=link, struck_at__isnull=True).update(struck_at=now()):
        raise NotNow(_("这条联系记录已经作废。"))
    contact = Contact.objects.select_related("link").get(pk=contact.pk)
    Mark.objects.bulk_create(marks_for(contact))
    return contact


def _near(contact: Contact, became: Matter) -> bool:
    return became.region_id == contact.link.region_id and became.pk != contact.link_id


def _promised(contact: Contact, promise: str, actor: Actor) -> Contact:
    link = contact.link
    deed = promise_deed(
        title=promise,
        content=contact.said,
        place=link.place,
        region=link.region,
        station=link.deputy.station,
        deputy=link.deputy,
        actor=actor,
    )
    return follow_contact(contact=contact, became=deed, actor=actor)


def _check(
    link: ContactLink, met_at: datetime, how: str, said: str, person_times: int, followed: str, promise: str
) -> None:
    _check_moment(link, met_at)
    people = 1 if link.target == Target.DEPUTY else MOST_PERSON_TIMES
    wrong = {
        "how": how not in How.values and _("请选择联系方式。"),
        "said": (not said and _("请填写联系情况。"))
        or (mask_numbers(said) != said and _("请不要写电话、证件号和车牌号。")),
        "person_times": not 1 <= person_times <= people and _("人次应在1至%(n)s之间。") % {"n": people},
        "followed": followed not in Followed.values and _("请选择后续。"),
        "promise": followed == Followed.DEED and not promise and _("请写明承诺办什么。"),
    }
    if refused := {field: sentence for field, sentence in wrong.items() if sentence}:
        raise BadInput(refused)


def _check_moment(link: ContactLink, met_at: datetime) -> None:
    not_to_come("met_at", met_at)
    if local_day(met_at) < link.since:
        raise BadInput({"met_at": _("联系时间不能早于建立日期%(day)s。") % {"day": link.since.isoformat()}})
    if link.until is not None and local_day(met_at) > link.until:
        raise BadInput({"met_at": _("联系关系已于%(day)s结束。") % {"day": link.until.isoformat()}})
