"""What the fields of a suggestion choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """What a suggestion is about, as a county's yearly report groups them."""

    FARMING = "farming", _("农业农村和水利")
    TRANSPORT = "transport", _("交通和能源")
    TOWN = "town", _("城乡建设和环境")
    EDUCATION = "education", _("教育科技文体")
    HEALTH = "health", _("卫生健康")
    WELFARE = "welfare", _("民政社保和就业")
    ECONOMY = "economy", _("产业和财政经济")
    LAW = "law", _("法治和社会治理")
    OTHER = "other", _("其他")


class Put(models.TextChoices):
    """When it was put (代表法 24, 36)."""

    SESSION = "session", _("会议期间")
    BETWEEN = "between", _("闭会期间")


class Mode(models.TextChoices):
    """How it was handed over: to one unit or several, and under which of the law's two periods (代表法 51)."""

    ALONE = "alone", _("单独承办")
    JOINT = "joint", _("多家承办")
    WIDE = "wide", _("单独承办，涉及面广、难度大")
    JOINT_WIDE = "joint_wide", _("多家承办，涉及面广、难度大")


class ReplyCategory(models.TextChoices):
    """What a reply comes to, whatever letter the county prints for it (selectors.reply_letter)."""

    NONE = "", _("尚未答复")
    RESOLVED = "resolved", _("已经解决或基本解决")
    IN_PROGRESS = "in_progress", _("正在解决")
    PLANNED = "planned", _("列入计划逐步解决")
    NOT_FEASIBLE = "not_feasible", _("因条件限制暂不能解决，留作参考")


class ShareRole(models.TextChoices):
    LEAD = "lead", _("主办")
    CO = "co", _("协办")
    SPLIT = "split", _("分办")


class HowContacted(models.TextChoices):
    """How a unit heard the deputy. All but the telephone are face to face 面商."""

    MEETING = "meeting", _("面商")
    VISIT = "visit", _("走访")
    FORUM = "forum", _("座谈")
    PHONE = "phone", _("电话")
