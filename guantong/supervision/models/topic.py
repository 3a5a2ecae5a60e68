"""Topics of supervision, and the points that they were given."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.matters.models import Matter
from guantong.regions.models import Organisation


class TopicSource(models.TextChoices):
    """By which way a topic came: the ways that 监督法 12 lists, in the county's words."""

    OPINIONS = "opinions", _("群众意见集中反映")
    SUGGESTIONS = "suggestions", _("代表建议集中反映")
    INSPECTION = "inspection", _("执法检查、调研发现")
    AUDIT = "audit", _("审计和督察发现")
    PROBLEMS = "problems", _("以往问题尚未解决")
    DEPUTIES = "deputies", _("人大代表提出")
    GOVERNMENT = "government", _("政府、监委、法院、检察院提出")


class Form(models.TextChoices):
    """How the standing committee supervises."""

    REPORT = "report", _("听取和审议专项工作报告")
    LAW_INSPECTION = "law_inspection", _("执法检查")
    RESEARCH = "research", _("专题调研")
    INQUIRY = "inquiry", _("专题询问")
    APPRAISAL = "appraisal", _("工作评议")


class SupervisionTopic(Matter):
    """A topic 监督选题 proposed for the plan of a year. `points` is computed from its scores, of a hundred."""

    year = models.PositiveSmallIntegerField(_("年度"))
    source = models.CharField(_("来源"), max_length=20, choices=TopicSource.choices)
    form = models.CharField(_("监督方式"), max_length=20, choices=Form.choices)
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    grounds = models.TextField(_("选题理由"))
    points = models.DecimalField(_("得分"), max_digits=5, decimal_places=2, null=True)
    planned_at = models.DateTimeField(_("列入计划时间"), null=True)
    published_at = models.DateTimeField(_("公开时间"), null=True)

    class Meta:
        verbose_name = _("监督选题")
        constraints = [
            models.CheckConstraint(
                condition=Q(points__isnull=True) | Q(points__range=(0, 100)), name="topic_points_of_a_hundred"
            )
        ]
        indexes = [models.Index(fields=["planned_at"], name="topic_by_planning")]


class Score(models.Model):
    """The points that one person gave a topic for one criterion."""

    topic = models.ForeignKey(SupervisionTopic, on_delete=models.CASCADE, related_name="scores")
    criterion = models.CharField(max_length=40)
    points = models.PositiveSmallIntegerField()
    scorer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("选题评分")
        constraints = [
            models.UniqueConstraint(fields=["topic", "scorer", "criterion"], name="topic_score_once"),
            models.CheckConstraint(condition=Q(points__lte=10), name="topic_score_up_to_ten"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.points}"
