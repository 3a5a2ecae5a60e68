"""An opinion recorded from what was said in a contact of 双联系: tied to the contact that it came from."""

from __future__ import annotations

from guantong.accounts.actors import Actor
from guantong.deputies.contact_lists import links_for
from guantong.deputies.models import Contact, Followed
from guantong.deputies.policies import contact_writer
from guantong.deputies.services import follow_contact
from guantong.opinions.models import Opinion


def contact_to_follow(typed: str, actor: Actor) -> Contact | None:
    """The contact that an address names, when an opinion is still to be recorded from it by this actor."""
    if not (typed.isascii() and typed.isdigit() and len(typed) < 19):
        return None
    waiting = Contact.objects.filter(followed=Followed.OPINION, became__isnull=True, struck_at__isnull=True)
    waiting = waiting.filter(pk=int(typed), link__in=links_for(actor).values("pk"))
    contact = waiting.select_related("link__deputy__station").first()
    return contact if contact is not None and contact_writer(actor, contact.link) is None else None


def contact_to_opinion(*, contact: Contact | None, opinion: Opinion, actor: Actor) -> None:
    """Tie the opinion to the contact, where there is one. Raises what follow_contact raises."""
    if contact is not None:
        follow_contact(contact=contact, became=opinion, actor=actor)
