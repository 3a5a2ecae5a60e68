"""The procedure of a suggestion: every state and every move, on one screen."""

from guantong.kernel.late_moves import late_moves
from guantong.kernel.procedure import HABIT, SAME, Basis, Choice, Need, Procedure, State, Transition
from guantong.suggestions.deadlines import (
    COUNTERSIGN,
    FEEDBACK,
    HAND_OVER,
    HANDLING,
    OBJECTION,
    PROMISE,
    REHANDLE,
    REPLY,
    REPLY_WIDE,
    RULES,
    VERIFY,
)

PUT = Basis("代表法第二十四条、第三十六条", "S")
HANDED = Basis("代表法第五十一条；地方组织法第四十二条", "S")
ANSWERED = Basis("代表法第五十一条：承办单位应当与代表联系沟通，听取意见", "S")
KEY = Basis("代表法第五十二条：主任会议确定重点督促办理的建议", "S")

DRAFT = ("draft",)
CHECK = ("submitted", "accepted")
WORK = ("handling", "rehandling")
REPLIED = ("replied",)
SETTLED = ("tracking", "delivered", "closed")
HANDED_OVER = ("handling", "replied", "unsatisfied", "rehandling", "tracking", "delivered")
RUNNING = (*CHECK, *HANDED_OVER)

TEXT = (Need("title", "标题"), Need("body", "内容"))
REASON = Need("reason", "原因")
NOTE = Need("reason", "说明", required=False)
UNITS = (Need("holder", "主办单位"), Need("mode", "承办方式"))
OPINION = (Need("opinion", "会签意见"),)
REPLY_NEEDS = (Need("reply", "答复内容"), Need("reply_category", "答复类别"))
RATING = (Need("rated_process", "对办理过程的评价"), Need("rated_result", "对办理结果的评价"))
SLIP = (*RATING, Need("rating_slip", "签名件照片"))
BY_MODE = Choice("mode", (
    ("alone", REPLY.code), ("joint", REPLY.code), ("joint", COUNTERSIGN.code),
    ("wide", REPLY_WIDE.code), ("joint_wide", REPLY_WIDE.code), ("joint_wide", COUNTERSIGN.code),
))  # fmt: skip
GIVEN, FED, PROMISED, VERIFIED = (HAND_OVER.code,), (FEEDBACK.code,), (PROMISE.code,), (VERIFY.code,)

# fmt: off
SUGGESTION = Procedure(
    code="suggestion",
    label="代表建议",
    version="2025",
    basis=PUT,
    clocks=frozenset(rule.code for rule in RULES),
    states=(
        State("draft", "起草中", unclocked=True), State("submitted", "待审核"), State("accepted", "待交办"),
        State("handling", "办理中"), State("replied", "已答复"), State("unsatisfied", "代表不满意"),
        State("rehandling", "重新办理"), State("tracking", "跟踪落实"), State("delivered", "待核实"),
        State("closed", "已办结", final=True), State("merged", "已并案", final=True),
        State("withdrawn", "已撤回", final=True),
    ),
    transitions=(
        # the deputies
        Transition("draft", "起草", (None,), "draft", "drafter", basis=PUT),
        Transition("revise", "修改草稿", DRAFT, SAME, "lead_side", needs=TEXT),
        Transition("ask_signature", "邀请附议", DRAFT, SAME, "lead_side", needs=(Need("deputies", "邀请的代表"),)),
        Transition("sign", "附议", DRAFT, SAME, "asked"),
        Transition("decline_signature", "谢绝附议", DRAFT, SAME, "asked"),
        Transition("submit", "提交", DRAFT, "submitted", "lead_side", starts=GIVEN, basis=PUT, main=True),
        Transition("withdraw", "撤回", (*DRAFT, *CHECK), "withdrawn", "lead_side", needs=(NOTE,), ends=GIVEN),
        # the congress checks and hands over
        Transition("accept", "审核通过", ("submitted",), "accepted", "desk", needs=(NOTE,), basis=HABIT, main=True),
        Transition("return_for_rewriting", "退回修改", ("submitted",), "draft", "desk", needs=(REASON,), ends=GIVEN),
        Transition("merge", "并案", CHECK, "merged", "desk", needs=(Need("target", "并入的建议"), NOTE), ends=GIVEN),
        Transition("convert", "议案转为建议", CHECK, SAME, "desk_motion", needs=(REASON,), basis=HABIT),
        Transition("hand_over", "交办", ("accepted",), "handling", "desk", needs=(*UNITS, NOTE), ends=GIVEN,
                   starts=(REPLY.code, REPLY_WIDE.code, COUNTERSIGN.code), choice=BY_MODE, basis=HANDED, main=True),
        Transition("mark_key", "列为重点督办", ("accepted", *HANDED_OVER), SAME, "desk_not_key",
                   needs=(Need("key_leader", "督办领导"), NOTE), basis=KEY),
        # the units
        Transition("object", "提出异议", ("handling",), "accepted", "holder_in_time", ends=HANDLING, starts=GIVEN,
                   needs=(REASON, Need("next_body", "建议承办单位")), basis=OBJECTION),
        Transition("extend", "延期", ("handling",), SAME, "desk", needs=(Need("amount", "延长"), REASON)),
        Transition("log_contact", "登记沟通", WORK, SAME, "handler", needs=(Need("notes", "沟通情况"),),
                   basis=ANSWERED),
        Transition("countersign", "会签", WORK, SAME, "co_unit", needs=OPINION),
        Transition("countersign_last", "会签（各单位已齐）", WORK, SAME, "co_unit", needs=OPINION,
                   ends=(COUNTERSIGN.code,)),
        Transition("reply", "答复代表", WORK, "replied", "ready_to_reply", needs=REPLY_NEEDS, ends=HANDLING,
                   starts=FED, basis=ANSWERED, main=True),
        # the deputy rates: on their own account, or with their signature on paper
        Transition("rate", "评价", REPLIED, "closed", "lead_settled", needs=RATING, ends=FED, main=True),
        Transition("rate_to_track", "评价，承诺转入跟踪", REPLIED, "tracking", "lead_promised", needs=RATING,
                   ends=FED, starts=PROMISED, main=True),
        Transition("rate_unsatisfied", "评价不满意", REPLIED, "unsatisfied", "lead", needs=RATING, ends=FED,
                   starts=GIVEN),
        Transition("rate_on_paper", "登记纸质评价", REPLIED, "closed", "desk_settled", needs=SLIP, ends=FED),
        Transition("rate_to_track_on_paper", "登记纸质评价，承诺转入跟踪", REPLIED, "tracking", "desk_promised",
                   needs=SLIP, ends=FED, starts=PROMISED),
        Transition("rate_unsatisfied_on_paper", "登记纸质评价：不满意", REPLIED, "unsatisfied", "desk", needs=SLIP,
                   ends=FED, starts=GIVEN),
        Transition("rehandle", "交重新办理", ("unsatisfied",), "rehandling", "desk", needs=(REASON,), ends=GIVEN,
                   starts=(REHANDLE.code,), basis=HABIT, main=True),
        # promises: one reports, another verifies
        Transition("report_delivery", "报告已落实", ("tracking",), "delivered", "handler",
                   needs=(Need("delivery", "落实情况"),), ends=PROMISED, starts=VERIFIED, main=True),
        Transition("verify_delivery", "核实已落实", ("delivered",), "closed", "verifier", needs=(NOTE,), ends=VERIFIED,
                   main=True),
        Transition("dispute_delivery", "核实未落实", ("delivered",), "tracking", "verifier", needs=(REASON,),
                   ends=VERIFIED, starts=PROMISED),
        Transition("drop_promise", "终止跟踪", ("tracking",), "closed", "desk", needs=(REASON,), ends=PROMISED),
        Transition("publish_reply", "公开答复", SETTLED, SAME, "desk", needs=(Need("published_text", "公开内容"),),
                   basis=Basis("代表法第五十一条：办理情况予以公开；个人信息保护法第七十三条", "S")),
        # suggestions of the years on paper, from an office's own list
        Transition("import_past", "导入历年建议", (None,), "closed", "desk", basis=HABIT),
        Transition("import_past_to_track", "导入历年建议，承诺转入跟踪", (None,), "tracking", "desk", starts=PROMISED,
                   basis=HABIT),
        # becoming late
        *late_moves(*RUNNING),
    ),
)
# fmt: on
