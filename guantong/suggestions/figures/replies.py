"""How many were replied to, with what, and after the deputy was heard face to face."""

from django.db.models import Exists, OuterRef

from guantong.matters.models import Clock
from guantong.suggestions.deadlines import REPLY, REPLY_WIDE
from guantong.suggestions.figures.counting import count, rate
from guantong.suggestions.figures.received import HANDED
from guantong.suggestions.models import ReplyCategory

FIRST = "first_replied_at"

REPLIED = count(
    "suggestions_replied",
    "答复代表建议",
    "统计期内答复代表的建议，按首次答复日期计；重新办理后再次答复的不重复计算。",
    FIRST,
    first_replied_at__isnull=False,
)
HANDED_AND_REPLIED = count(
    "suggestions_handed_over_and_replied",
    "交办建议中已答复",
    "统计期内交办的建议中，截至统计时已经答复的，按交办日期计。",
    "handed_over_at",
    first_replied_at__isnull=False,
)
REPLY_RATE = rate(
    "suggestion_reply_rate",
    "代表建议办复率",
    "统计期内交办的建议中已经答复的占比：已答复件数 ÷ 交办件数。",
    HANDED_AND_REPLIED,
    HANDED,
)
MET = count(
    "suggestions_met",
    "面商后答复",
    "统计期内答复的建议中，办理时与代表当面沟通（面商、走访、座谈）过的，按首次答复日期计；只通过电话的不计。",
    FIRST,
    first_replied_at__isnull=False,
    met_at__isnull=False,
)
CONTACT_RATE = rate(
    "suggestion_contact_rate",
    "代表建议面商率",
    "统计期内答复的建议中与代表当面沟通过的占比：面商后答复件数 ÷ 答复件数。",
    MET,
    REPLIED,
)
IN_TIME = count(
    "suggestions_replied_in_time",
    "按期答复代表建议",
    "统计期内答复的建议中，首次答复时没有超过答复时限的，按首次答复日期计。",
    FIRST,
    Exists(
        Clock.objects.filter(
            matter=OuterRef("pk"),
            code__in=[REPLY.code, REPLY_WIDE.code],
            started_at__lte=OuterRef(FIRST),
            ended_at__gte=OuterRef(FIRST),
            due_at__gte=OuterRef(FIRST),
        )
    ),
)
IN_TIME_RATE = rate(
    "suggestion_in_time_rate",
    "按期答复率",
    "统计期内答复的建议中按期答复的占比：按期答复件数 ÷ 答复件数。",
    IN_TIME,
    REPLIED,
)
REPLY_A = count(
    "suggestions_reply_a",
    "A类答复（已经解决或基本解决）",
    "统计期内答复的建议中，最后一次答复为已经解决或基本解决的，按首次答复日期计；承诺后来兑现的不改变答复类别。",
    FIRST,
    reply_category=ReplyCategory.RESOLVED,
)
REPLY_B = count(
    "suggestions_reply_b",
    "B类答复（正在解决或列入计划）",
    "统计期内答复的建议中，最后一次答复为正在解决或列入计划逐步解决的，按首次答复日期计。",
    FIRST,
    reply_category__in=[ReplyCategory.IN_PROGRESS, ReplyCategory.PLANNED],
)
REPLY_C = count(
    "suggestions_reply_c",
    "C类答复（暂不能解决，留作参考）",
    "统计期内答复的建议中，最后一次答复为因条件限制暂不能解决、留作参考的，按首次答复日期计。",
    FIRST,
    reply_category=ReplyCategory.NOT_FEASIBLE,
)
SHARE_A = rate(
    "suggestion_reply_a_share",
    "A类答复占比",
    "统计期内答复的建议中A类答复的占比：A类件数 ÷ 答复件数。",
    REPLY_A,
    REPLIED,
)

FIGURES = (
    REPLIED,
    HANDED_AND_REPLIED,
    REPLY_RATE,
    IN_TIME,
    IN_TIME_RATE,
    MET,
    CONTACT_RATE,
    REPLY_A,
    REPLY_B,
    REPLY_C,
    SHARE_A,
)
