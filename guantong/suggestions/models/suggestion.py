"""The suggestion itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.attachments.models import Attachment
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy
from guantong.matters.models import Matter
from guantong.regions.models import Organisation
from guantong.suggestions.models.choices import Mode, Put, ReplyCategory, Subject


class Suggestion(Matter):
    """A suggestion 代表建议 of a lead deputy and those who signed with them.

    Replied (`first_replied_at`), rated (`rated_at`), closed (`closed_at`), kept (`kept_at`) and published
    (`published_at`) are five facts. The reply, its category and the rating are the latest ones; earlier ones
    stand in the ledger. `reply_category` stays what was replied: that a promise was kept since (B or C become A)
    is told by `kept_at`. A promise is open while it has a text and was not kept. `met_at` is the first contact face
    to face. `rating_slip` is the photographed paper on which a deputy without an account rated.
    """

    lead = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="suggestions", verbose_name=_("领衔代表"))
    body = models.TextField(_("内容"))
    subject = models.CharField(_("类别"), max_length=12, choices=Subject.choices)
    put = models.CharField(_("提出时间"), max_length=10, choices=Put.choices)
    session = models.CharField(_("会议"), max_length=60, blank=True, default="")
    year = models.PositiveSmallIntegerField(_("年度"))
    from_motion = models.BooleanField(_("由议案转为建议"), default=False)

    submitted_at = models.DateTimeField(_("提交时间"), null=True)
    mode = models.CharField(_("承办方式"), max_length=12, choices=Mode.choices, default=Mode.ALONE)
    handed_over_at = models.DateTimeField(_("交办时间"), null=True)
    rehandled_at = models.DateTimeField(_("重新交办时间"), null=True)
    rehandled = models.PositiveSmallIntegerField(_("重新办理次数"), default=0)
    key_at = models.DateTimeField(_("列为重点督办时间"), null=True)
    key_leader = models.CharField(_("督办领导"), max_length=40, blank=True, default="")

    met_at = models.DateTimeField(_("首次当面沟通"), null=True)
    reply = models.TextField(_("答复"), blank=True, default="")
    reply_number = models.CharField(_("复函文号"), max_length=60, blank=True, default="")
    reply_category = models.CharField(
        _("答复类别"), max_length=15, choices=ReplyCategory.choices, default=ReplyCategory.NONE, blank=True
    )
    first_replied_at = models.DateTimeField(_("首次答复时间"), null=True)
    replied_at = models.DateTimeField(_("答复时间"), null=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    replied_for = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    rated_process = models.PositiveSmallIntegerField(_("对办理过程的评价"), choices=Satisfaction.choices, null=True)
    rated_result = models.PositiveSmallIntegerField(_("对办理结果的评价"), choices=Satisfaction.choices, null=True)
    rated_at = models.DateTimeField(_("评价时间"), null=True)
    rated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    rating_slip = models.ForeignKey(
        Attachment, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("签名件照片")
    )

    promise = models.TextField(_("承诺事项"), blank=True, default="")
    promised_by = models.DateField(_("承诺完成日期"), null=True)
    promised_at = models.DateTimeField(_("承诺时间"), null=True)
    delivery = models.TextField(_("落实情况"), blank=True, default="")
    delivered_at = models.DateTimeField(_("报告落实时间"), null=True)
    delivered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    kept_at = models.DateTimeField(_("承诺兑现时间"), null=True)

    published_text = models.TextField(_("公开内容"), blank=True, default="")
    published_at = models.DateTimeField(_("公开时间"), null=True)

    class Meta:
        verbose_name = _("代表建议")
        indexes = [models.Index(fields=["year", "subject"], name="suggestion_by_year")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(put="session") | ~Q(session=""), name="suggestion_at_a_session_names_it"
            ),
            models.CheckConstraint(
                condition=Q(key_at__isnull=True, key_leader="") | (Q(key_at__isnull=False) & ~Q(key_leader="")),
                name="suggestion_key_has_its_leader",
            ),
            models.CheckConstraint(
                condition=Q(replied_at__isnull=True, first_replied_at__isnull=True, reply="", reply_category="")
                | (Q(replied_at__gte=F("first_replied_at")) & ~Q(reply="") & ~Q(reply_category="")),
                name="suggestion_category_comes_with_a_reply",
            ),
            models.CheckConstraint(
                condition=Q(first_replied_at__isnull=True) | Q(handed_over_at__isnull=False),
                name="suggestion_reply_follows_hand_over",
            ),
            models.CheckConstraint(
                condition=Q(rated_at__isnull=True, rated_process__isnull=True, rated_result__isnull=True)
                | Q(
                    rated_at__isnull=False,
                    rated_process__isnull=False,
                    rated_result__isnull=False,
                    first_replied_at__isnull=False,
                ),
                name="suggestion_rating_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(promise="", promised_by__isnull=True, promised_at__isnull=True)
                | (Q(promised_by__isnull=False, promised_at__isnull=False) & ~Q(promise="")),
                name="suggestion_promise_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(kept_at__isnull=True) | (Q(delivered_at__isnull=False) & ~Q(promise="")),
                name="suggestion_only_a_promise_is_kept",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_text="")
                | (Q(published_at__isnull=False) & ~Q(published_text="")),
                name="suggestion_published_has_its_text",
            ),
        ]

    @property
    def promise_open(self) -> bool:
        """Whether something was promised and has not been kept."""
        return bool(self.promise) and self.kept_at is None
