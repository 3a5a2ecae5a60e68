"""What a standing committee said about a report, as a paper that is answered 审议意见书."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.matters.models import Matter
from guantong.regions.models import Organisation
from guantong.supervision.models.topic import SupervisionTopic


class DeliberationOpinion(Matter):
    """A deliberation opinion 审议意见书 (监督法 17). Its problems are matters of their own (see Problem.origin).

    `body` holds a paragraph a line; a problem names the paragraph that it comes from. `vote` is what the last ballot
    about it came to: votes by grade, members and present, whether it passed, and which ballot.
    """

    topic = models.ForeignKey(SupervisionTopic, on_delete=models.PROTECT, null=True, related_name="opinions")
    meeting = models.CharField(_("审议会议"), max_length=80)
    deliberated_on = models.DateField(_("审议日期"))
    body = models.TextField(_("审议意见"))
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    handed_over_at = models.DateTimeField(_("交办时间"), null=True)
    plan = models.TextField(_("整改方案"), blank=True, default="")
    report = models.TextField(_("研究处理情况报告"), blank=True, default="")
    reported_at = models.DateTimeField(_("报告时间"), null=True)
    vote = models.JSONField(_("测评结果"), default=dict)
    voted_at = models.DateTimeField(_("测评时间"), null=True)
    times_failed = models.PositiveSmallIntegerField(_("未通过次数"), default=0)
    listed_at = models.DateTimeField(_("问题清单交办时间"), null=True)
    published_text = models.TextField(_("公开内容"), blank=True, default="")
    published_at = models.DateTimeField(_("公开时间"), null=True)

    class Meta:
        verbose_name = _("审议意见书")
        constraints = [
            models.CheckConstraint(
                condition=Q(listed_at__isnull=True) | Q(handed_over_at__isnull=False),
                name="problem_list_goes_with_its_opinion",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | ~Q(published_text=""), name="published_opinion_has_its_text"
            ),
        ]
        indexes = [
            models.Index(fields=["handed_over_at"], name="opinion_by_handing_over"),
            models.Index(fields=["listed_at"], name="opinion_by_its_list"),
        ]

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs in order; a problem counts them from 1."""
        return [line.strip() for line in self.body.splitlines() if line.strip()]
