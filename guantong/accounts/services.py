"""Registering people, and giving and ending the posts that they hold."""

from __future__ import annotations

from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import SYSTEM, Actor
from guantong.accounts.models import ADMINISTRATORS, Person, Post, Role
from guantong.accounts.scope import sees_region
from guantong.audit import ledger
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.regions.models import Organisation


def person_chain(person: Person) -> UUID:
    """The chain of a person's entries in the ledger."""
    return uuid5(NAMESPACE_URL, f"person:{person.username}")


@transaction.atomic
def register_person(*, username: str, name: str, password: str | None, actor: Actor) -> Person:
    """Make an account. It may do nothing until a post is given; without a password nobody can sign in to it.

    The system administrator makes accounts and the security officer gives posts, so that neither can
    make a powerful account alone. Raises NotAllowed, and BadInput for a name that is taken or empty or
    a password that is too weak.
    """
    if actor.role not in (SYSTEM, Role.SYSADMIN):
        raise NotAllowed(_("账号由系统管理员登记。"))
    _check_person(username.strip(), name.strip(), password)
    try:
        with transaction.atomic():
            person = Person.objects.create_person(username=username.strip(), name=name.strip(), password=password)
    except IntegrityError:
        raise BadInput({"username": _("账号“%(name)s”已经有人使用。") % {"name": username.strip()}}) from None
    _enter(person, "register_person", actor, data={"username": person.username})
    return person


def _check_person(username: str, name: str, password: str | None) -> None:
    wrong = {}
    if not username:
        wrong["username"] = _("请填写账号。")
    if not name:
        wrong["name"] = _("请填写姓名。")
    try:
        if password is not None:
            validate_password(password)
    except ValidationError as error:
        wrong["password"] = " ".join(error.messages)
    if wrong:
        raise BadInput(wrong)


@transaction.atomic
def appoint(*, person: Person, role: Role, organisation: Organisation, since: date, actor: Actor) -> Post:
    """Give a person a post in an organisation; holding it already changes nothing.

    An administrator (三员) holds no other role: the person's row is locked while that is looked at, so that
    two appointments at once cannot both pass. Raises NotAllowed and BadInput.
    """
    _may_appoint(actor, organisation.region_id)
    Person.objects.select_for_update().get(pk=person.pk)
    held = list(Post.objects.filter(person=person, until__isnull=True))
    _check_apart(role, {post.role for post in held})
    for post in held:
        if (post.role, post.organisation_id) == (role, organisation.pk):
            return post
    post = Post.objects.create(
        person=person, role=role, organisation=organisation, region_id=organisation.region_id, since=since
    )
    _enter(person, "appoint", actor, data=_of(post, organisation))
    return post


@transaction.atomic
def dismiss(*, post: Post, until: date, actor: Actor, reason: str = "") -> Post:
    """End a post on its last day. Raises NotAllowed, NotNow when it has ended, BadInput for a day before it began."""
    _may_appoint(actor, post.region_id)
    Person.objects.select_for_update().get(pk=post.person_id)
    post = Post.objects.select_related("organisation", "person").get(pk=post.pk)
    if post.until is not None:
        raise NotNow(_("这项任职已经结束。"))
    if until < post.since:
        raise BadInput({"until": _("离任日期不能早于任职日期。")})
    post.until = until
    post.save(update_fields=["until"])
    _enter(post.person, "dismiss", actor, reason=reason, data=_of(post, post.organisation))
    return post


def _may_appoint(actor: Actor, region_code: str) -> None:
    if actor.role == SYSTEM:
        return
    if actor.role != Role.SECURITY or not sees_region(actor, region_code):
        raise NotAllowed(_("任职由本地的安全管理员办理。"))


def _check_apart(role: Role, held: set[str]) -> None:
    if role in held and len(held) == 1:
        return
    if held and (role in ADMINISTRATORS or held & ADMINISTRATORS):
        raise BadInput({"role": _("系统管理员、安全管理员、审计管理员互不兼任，也不兼任其他岗位。请另选一人。")})


def _of(post: Post, organisation: Organisation) -> dict[str, str]:
    return {"role": post.role, "organisation": organisation.name, "region": post.region_id}


def _enter(person: Person, action: str, actor: Actor, *, data: dict[str, str], reason: str = "") -> None:
    ledger.append(chain=person_chain(person), at=now(), author=actor.author, action=action, reason=reason, data=data)
