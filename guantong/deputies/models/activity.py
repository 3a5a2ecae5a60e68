"""Activities of deputies, who was there, and the visits made in their course."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.attachments.models import Attachment
from guantong.base.now import today
from guantong.deputies.models.deputy import Deputy
from guantong.deputies.models.station import Station
from guantong.matters.models import Matter
from guantong.regions.models import Region


class ActivityCategory(models.TextChoices):
    MARKET_DAY = "market_day", _("代表赶圩日")
    HOME_VISIT = "home_visit", _("入户走访")
    RECEPTION = "reception", _("接待群众")
    THEME = "theme", _("主题活动")
    FACE_TO_FACE = "face_to_face", _("代表面对面")
    LAW_EVENT = "law_event", _("法治活动")
    SESSION = "session", _("出席本级人代会会议")
    SITTING_IN = "sitting_in", _("列席常委会会议")
    INSPECTION = "inspection", _("参与调研检查")
    LEGISLATION = "legislation", _("参与立法调研")
    JOINT_RESEARCH = "joint_research", _("跨县交叉调研")
    MEMBER_CONTACT = "member_contact", _("常委会组成人员联系代表")
    STUDY_TOUR = "study_tour", _("外出考察学习")
    TRAINING = "training", _("专业培训")


STATION_CATEGORIES = (
    ActivityCategory.MARKET_DAY,
    ActivityCategory.HOME_VISIT,
    ActivityCategory.RECEPTION,
    ActivityCategory.THEME,
    ActivityCategory.FACE_TO_FACE,
    ActivityCategory.LAW_EVENT,
)
"""What deputies hold among the people: these are counted as 履职活动. The others are counted by who took part."""

SUPERVISION_CATEGORIES = (ActivityCategory.INSPECTION, ActivityCategory.LEGISLATION)
"""Work of the standing committee that deputies are invited to take part in."""

OPEN_CATEGORIES = (*STATION_CATEGORIES, ActivityCategory.TRAINING)
"""Any deputy of the county may come to these uninvited; to the others only who was invited or signed up."""


class Activity(Matter):
    """An activity 履职活动 of deputies: planned, then held or cancelled. `held_at` is when it took place.

    `member` is the member of the standing committee who calls on the deputies; `regions` are the counties
    that research together, the own one among them.

    `check_in_opened_at` and `check_in_closed_at` are when deputies began and ceased to check in on the spot by the code
    of the screen. `reported_at` is when notes and photos were last added to an activity that was held. What everybody
    reads is `published_title`, `published_text` and the `shown_photos`, from `published_at` on.
    """

    category = models.CharField(_("类别"), max_length=20, choices=ActivityCategory.choices)
    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="activities")
    planned_for = models.DateField(_("计划日期"))
    held_at = models.DateTimeField(_("举办时间"), null=True)
    notes = models.TextField(_("活动情况"), blank=True, default="")
    member = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="led_activities")
    regions = models.ManyToManyField(Region, related_name="+")
    deputies = models.ManyToManyField(Deputy, related_name="activities", through="Attendance")
    check_in_opened_at = models.DateTimeField(_("签到开始时间"), null=True)
    check_in_closed_at = models.DateTimeField(_("签到结束时间"), null=True)
    reported_at = models.DateTimeField(_("活动情况登记时间"), null=True)
    published_title = models.CharField(_("公开标题"), max_length=120, blank=True, default="")
    published_text = models.TextField(_("公开内容"), blank=True, default="")
    published_at = models.DateTimeField(_("公开时间"), null=True)
    shown_photos = models.ManyToManyField(Attachment, related_name="+")

    class Meta:
        verbose_name = _("履职活动")
        constraints = [
            models.CheckConstraint(
                condition=Q(check_in_closed_at__isnull=True) | Q(check_in_closed_at__gte=F("check_in_opened_at")),
                name="activity_check_in_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_title="", published_text="")
                | Q(published_at__isnull=False, held_at__isnull=False, published_title__gt="", published_text__gt=""),
                name="activity_published_has_its_text",
            ),
        ]
        indexes = [
            models.Index(fields=["held_at"], name="activity_by_moment"),
            models.Index(
                fields=["held_at"], condition=Q(published_at__isnull=False), name="activity_published_by_moment"
            ),
        ]

    @property
    def takes_check_ins(self) -> bool:
        """Whether deputies check in now: opened, neither closed nor held, and on the day that it was planned for."""
        opened = self.check_in_opened_at is not None and self.check_in_closed_at is None
        return opened and self.state == "planned" and self.planned_for == today()


class Attendance(models.Model):
    """One person at one activity: invited, signed up, and come or not. Who came is one person-time 人次.

    A deputy, or a guest under their name (the staff of a contact point on a study tour). `came` is empty
    until the activity was held; `excuse` is why somebody who was invited cannot come. A deputy who checked in on the
    spot by the code has `checked_in_at`; whoever came without was marked on the list.
    """

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="attendances")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="attendances")
    guest = models.CharField(_("其他参加人员"), max_length=40, blank=True, default="")
    invited = models.BooleanField(_("受邀请"), default=True)
    excuse = models.CharField(_("请假原因"), max_length=200, blank=True, default="")
    came = models.BooleanField(_("到场"), null=True)
    checked_in_at = models.DateTimeField(_("签到时间"), null=True)

    class Meta:
        verbose_name = _("出席")
        constraints = [
            models.UniqueConstraint(fields=["activity", "deputy"], name="attendance_once"),
            models.UniqueConstraint(
                fields=["activity", "guest"], condition=Q(deputy__isnull=True), name="attendance_of_guest_once"
            ),
            models.CheckConstraint(
                condition=Q(deputy__isnull=False, guest="") | Q(deputy__isnull=True, guest__gt=""),
                name="attendance_is_of_one",
            ),
            models.CheckConstraint(
                condition=Q(checked_in_at__isnull=True) | Q(deputy__isnull=False),
                name="attendance_checked_in_is_a_deputys",
            ),
        ]
        indexes = [models.Index(fields=["activity"], condition=Q(came=True), name="attendance_that_came")]

    def __str__(self) -> str:
        return self.guest or str(self.deputy)


class Visit(models.Model):
    """A visit 入户走访 made in the course of an activity. `person_times` counts the people spoken with 人次.

    No name of a villager is kept: `household` is what the station's own list calls it. `client_id` is made with
    the form, so that a sheet sent twice is logged once. A visit that was logged wrongly is struck, not removed.
    """

    client_id = models.UUIDField(null=True, unique=True)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="visits")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="visits")
    place = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    household = models.CharField(_("走访对象"), max_length=60)
    person_times = models.PositiveSmallIntegerField(_("人次"))
    visited_at = models.DateTimeField(_("走访时间"))
    notes = models.CharField(_("走访情况"), max_length=500, blank=True, default="")
    struck_at = models.DateTimeField(_("作废时间"), null=True)

    class Meta:
        verbose_name = _("走访记录")
        constraints = [models.CheckConstraint(condition=Q(person_times__range=(1, 200)), name="visit_has_people")]
        indexes = [models.Index(fields=["visited_at"], name="visit_by_moment")]

    def __str__(self) -> str:
        return self.household
