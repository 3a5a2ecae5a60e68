"""People who sign in, and the posts that they hold."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.base.fields import SealedTextField
from guantong.regions.models import Organisation, Region


class Role(models.TextChoices):
    """What a post lets its holder do. The three administrators (三员) are never one person."""

    DIRECTOR = "director", _("常委会主任")
    CLERK = "clerk", _("人大代表工委工作人员")
    PRESIDIUM = "presidium", _("乡镇人大主席团")
    KEEPER = "keeper", _("联络站站长")
    DEPUTY = "deputy", _("人大代表")
    DEPARTMENT = "department", _("承办单位经办人")
    CITY = "city", _("市人大工作人员")
    AUDITOR = "auditor", _("审计管理员")
    SECURITY = "security", _("安全管理员")
    SYSADMIN = "sysadmin", _("系统管理员")


ADMINISTRATORS = frozenset({Role.AUDITOR, Role.SECURITY, Role.SYSADMIN})


class PersonManager(BaseUserManager["Person"]):
    def create_person(self, *, username: str, name: str, password: str | None = None) -> Person:
        """A person who can sign in once a post is given; without a password, nobody can sign in as them."""
        person = self.model(username=username, name=name)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who signs in. What they may do comes from posts, not from the person."""

    username = models.CharField(_("账号"), max_length=60, unique=True)
    name = models.CharField(_("姓名"), max_length=40)
    phone = SealedTextField(_("电话"), default="", blank=True)
    is_active = models.BooleanField(default=True)

    current_post: Post | None = None
    """The post in which they act, when the sign-in found it along with them."""

    objects: ClassVar[PersonManager] = PersonManager()
    USERNAME_FIELD = "username"

    class Meta:
        verbose_name = _("人员")

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A role held in an organisation of a region for a time."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=20, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        verbose_name = _("任职")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "organisation"],
                condition=Q(until__isnull=True),
                name="post_held_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="post_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"
