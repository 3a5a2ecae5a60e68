"""The lasting links of 双联系: of members with deputies, of deputies with the people, and the log of contacts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.deputies.models.deputy import Deputy
from guantong.matters.models import Matter


class Target(models.TextChoices):
    """With whom a link is kept: a member of the standing committee with deputies, a deputy with all the others."""

    DEPUTY = "deputy", _("代表")
    HOUSEHOLD = "household", _("农户（居民户）")
    GROUP = "group", _("选民小组")
    ENTERPRISE = "enterprise", _("企业")


class ContactLink(Matter):
    """A lasting link 联系关系 that `deputy` keeps, from `since` on; ended, it has `until` and says why.

    A member of the standing committee is linked to a deputy, `contacted` (代表法 44). A deputy is linked to whom
    `called` names: a household or group as the station's register calls it, never a villager's name, or a firm.
    """

    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="kept_links")
    target = models.CharField(_("联系对象类别"), max_length=10, choices=Target.choices)
    contacted = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="links_to_them")
    called = models.CharField(_("联系对象"), max_length=60, blank=True, default="")
    since = models.DateField(_("建立日期"))
    until = models.DateField(_("结束日期"), null=True)
    ended_because = models.CharField(_("结束原因"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("联系关系")
        constraints = [
            models.CheckConstraint(
                condition=Q(target=Target.DEPUTY, contacted__isnull=False, called="")
                | Q(target__in=["household", "group", "enterprise"], contacted__isnull=True, called__gt=""),
                name="contact_link_has_one_target",
            ),
            models.CheckConstraint(condition=~Q(deputy=F("contacted")), name="contact_link_joins_two"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="contact_link_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True, ended_because="") | Q(until__isnull=False, ended_because__gt=""),
                name="contact_link_ends_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["deputy", "contacted"],
                condition=Q(until__isnull=True, contacted__isnull=False),
                name="contact_link_to_a_deputy_once",
            ),
            models.UniqueConstraint(
                fields=["deputy", "target", "called"],
                condition=Q(until__isnull=True, contacted__isnull=True),
                name="contact_link_to_others_once",
            ),
        ]

    @property
    def with_whom(self) -> str:
        """The name of whom the link is kept with."""
        return self.contacted.name if self.contacted else self.called


class How(models.TextChoices):
    """How a contact came about, the most usual first."""

    VISIT = "visit", _("走访")
    PHONE = "phone", _("电话")
    MEETING = "meeting", _("见面座谈")
    ONLINE = "online", _("网络")


class Followed(models.TextChoices):
    """What came of a contact."""

    NOTHING = "nothing", _("已了解，不用再办")
    OPINION = "opinion", _("形成意见建议")
    DEED = "deed", _("承诺办实事")


class Contact(models.Model):
    """One contact 联系记录 of a link. `person_times` counts the people spoken with 人次.

    `written_by` logged it, `on_behalf` when that was not the deputy themself. `became` is the opinion recorded
    from it, or the deed promised. `client_id` is made with the form, so that one sent twice is logged once. A contact
    that was logged wrongly is struck, not removed.
    """

    client_id = models.UUIDField(null=True, unique=True)
    link = models.ForeignKey(ContactLink, on_delete=models.PROTECT, related_name="contacts", db_index=False)
    met_at = models.DateTimeField(_("联系时间"))
    how = models.CharField(_("联系方式"), max_length=10, choices=How.choices)
    person_times = models.PositiveSmallIntegerField(_("人次"), default=1)
    said = models.TextField(_("联系情况"))
    followed = models.CharField(_("后续"), max_length=10, choices=Followed.choices, default=Followed.NOTHING)
    became = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="+")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    on_behalf = models.BooleanField(_("代为登记"), default=False)
    struck_at = models.DateTimeField(_("作废时间"), null=True)

    class Meta:
        verbose_name = _("联系记录")
        constraints = [
            models.CheckConstraint(condition=Q(person_times__range=(1, 200)), name="contact_has_people"),
            models.CheckConstraint(
                condition=Q(became__isnull=True) | ~Q(followed=Followed.NOTHING), name="contact_became_what_followed"
            ),
        ]
        indexes = [
            models.Index(fields=["link", "met_at"], name="contact_of_link"),
            models.Index(fields=["met_at"], name="contact_by_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.link.title}（{self.get_how_display()}）"
