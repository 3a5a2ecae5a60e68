"""How many came in, were handed over, and stand under a leader's supervision."""

from guantong.suggestions.figures.counting import count
from guantong.suggestions.procedures import HANDED_OVER

PUT = ("submitted", "accepted", *HANDED_OVER, "closed")
"""States of a suggestion that goes on or went its way: neither a draft, nor merged, nor taken back."""

RAW = count(
    "suggestions_received_raw",
    "收到代表建议（并案前）",
    "统计期内代表提交的全部建议，按提交日期计；并案的各计一件，议案转为建议的计入，退回修改尚未再提交和撤回的不计。",
    "submitted_at",
    state__in=[*PUT, "merged"],
)
RECEIVED = count(
    "suggestions_received",
    "收到代表建议（并案后）",
    "统计期内代表提交的建议，按提交日期计；并入其他建议的不再单独计算，退回修改尚未再提交和撤回的不计。",
    "submitted_at",
    state__in=PUT,
)
FROM_MOTIONS = count(
    "suggestions_from_motions",
    "议案转为建议",
    "统计期内收到的建议（并案前）中，由代表议案转来的，按提交日期计。",
    "submitted_at",
    state__in=[*PUT, "merged"],
    from_motion=True,
)
HANDED = count(
    "suggestions_handed_over",
    "交办代表建议",
    "统计期内交承办单位办理的建议，按交办日期计；单位提出异议后改办的，按最后一次交办计。",
    "handed_over_at",
)
KEY = count(
    "suggestions_key_supervised",
    "重点督办代表建议",
    "统计期内由主任会议确定为重点督办的代表建议，按确定日期计。",
    "key_at",
    unit="条",
)

FIGURES = (RAW, RECEIVED, FROM_MOTIONS, HANDED, KEY)
