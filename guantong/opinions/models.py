"""Opinions and the printed codes through which they come."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.base.fields import SealedTextField
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Activity, Deputy, Station
from guantong.matters.models import Matter
from guantong.regions.models import Organisation, Region


class Source(models.TextChoices):
    """Where people spoke. It decides by which figure an opinion is counted."""

    STATION = "station", _("代表联络站")
    STALL = "stall", _("代表摊位（赶圩日）")
    DEPUTY = "deputy", _("代表个人")
    ENTERPRISE = "enterprise", _("企业")


class Channel(models.TextChoices):
    """How it reached the record."""

    CODE = "code", _("扫码提交")
    SPOKEN = "spoken", _("当面口述")
    PHONE = "phone", _("电话")
    PAPER = "paper", _("纸质意见单")


class Lane(models.TextChoices):
    ORDINARY = "ordinary", _("常规办理")
    RAPID = "rapid", _("民情速办")


class Track(models.TextChoices):
    """The three speeds of 民情速办."""

    NONE = "", _("未分类")
    FAST = "fast", _("速办")
    LIMITED = "limited", _("限办")
    SUPERVISED = "supervised", _("督办")


class Outcome(models.TextChoices):
    """What came of it, whatever the procedure says."""

    NONE = "", _("尚未答复")
    RESOLVED = "resolved", _("已经解决")
    IN_PROGRESS = "in_progress", _("正在解决")
    PLANNED = "planned", _("列入计划")
    NOT_FEASIBLE = "not_feasible", _("暂不能解决")


class Destination(models.TextChoices):
    """Where something goes that is not for the congress to handle."""

    NONE = "", "—"
    PETITION = "petition", _("信访部门")
    LITIGATION = "litigation", _("人民法院（诉讼）")
    CRIME = "crime", _("公安机关（报案）")


class IntakeCode(models.Model):
    """A printed code 二维码 of a station, stall, deputy or enterprise.

    Whoever scans it lands on the page of its `token`. A code can run out or be withdrawn; what came in
    through it stays.
    """

    token = models.CharField(max_length=12, unique=True)
    source = models.CharField(max_length=12, choices=Source.choices)
    label = models.CharField(_("名称"), max_length=60)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="codes")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="codes")
    enterprise = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="codes")
    expires_on = models.DateField(_("有效期至"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("二维码")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                # A deputy's code also names the station that the deputy is of, if any.
                condition=Q(source="deputy", deputy__isnull=False, enterprise__isnull=True)
                | Q(source="enterprise", enterprise__isnull=False, station__isnull=True, deputy__isnull=True)
                | Q(source__in=["station", "stall"], station__isnull=False)
                & Q(deputy__isnull=True, enterprise__isnull=True),
                name="code_has_one_owner",
            )
        ]

    def __str__(self) -> str:
        return self.label


class Opinion(Matter):
    """An opinion 意见建议 of a citizen or enterprise.

    `client_id` is made by the sender, so that the same form sent twice is one opinion; `receipt` is the
    number they keep. Answered, solved (`resolved_at`), closed (`closed_at`) and confirmed by the person
    who asked (`confirmed_at`) are four facts. Contact data is optional and encrypted (个人信息保护法 6, 51).
    """

    client_id = models.UUIDField(unique=True)
    receipt = models.CharField(_("回执号"), max_length=12)
    source = models.CharField(_("来源"), max_length=12, choices=Source.choices)
    channel = models.CharField(_("方式"), max_length=10, choices=Channel.choices)
    lane = models.CharField(_("办理通道"), max_length=10, choices=Lane.choices, default=Lane.ORDINARY)
    track = models.CharField(_("分类"), max_length=10, choices=Track.choices, default=Track.NONE, blank=True)
    body = models.TextField(_("内容"))
    where = models.CharField(_("地点"), max_length=120, blank=True, default="")
    contact_name = SealedTextField(_("称呼"), blank=True, default="")
    contact_phone = SealedTextField(_("联系电话"), blank=True, default="")
    notice_version = models.CharField(max_length=20, blank=True, default="")
    code = models.ForeignKey(IntakeCode, on_delete=models.PROTECT, null=True, related_name="opinions", db_index=False)
    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="opinions")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="opinions", db_index=False)
    occasion = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, related_name="opinions")
    enterprise = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="opinions", db_index=False
    )
    slip = models.CharField(_("意见单编号"), max_length=40, blank=True, default="")
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    answer = models.TextField(_("答复"), blank=True, default="")
    outcome = models.CharField(_("结果"), max_length=15, choices=Outcome.choices, default=Outcome.NONE, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    answered_for = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    resolved_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    rated_process = models.PositiveSmallIntegerField(_("办理过程"), choices=Satisfaction.choices, null=True)
    rated_result = models.PositiveSmallIntegerField(_("办理结果"), choices=Satisfaction.choices, null=True)
    routed_to = models.CharField(
        _("转往"), max_length=12, choices=Destination.choices, default=Destination.NONE, blank=True
    )

    class Meta:
        verbose_name = _("意见建议")
        constraints = [
            # Not `unique=True`: that would keep a second index for patterns, which nobody asks for.
            models.UniqueConstraint(fields=["receipt"], name="opinion_receipt_once"),
            models.CheckConstraint(
                condition=~Q(outcome="resolved") | Q(resolved_at__isnull=False),
                name="opinion_resolved_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(channel="code") | Q(typed_by__isnull=False),
                name="opinion_by_hand_names_its_writer",
            ),
            models.CheckConstraint(
                condition=(Q(rated_process__isnull=True) | Q(rated_process__range=(1, 3)))
                & (Q(rated_result__isnull=True) | Q(rated_result__range=(1, 3))),
                name="opinion_rated_one_to_three",
            ),
        ]
