"""The procedure of an opinion: every state and every move, on one screen."""

from guantong.kernel.late_moves import late_moves
from guantong.kernel.procedure import HABIT, SAME, Basis, Choice, Need, Procedure, State, Transition
from guantong.opinions.deadlines import (
    ACCEPT,
    ASSIGN,
    CLOSE,
    DEPARTMENT,
    FAST,
    FEEDBACK,
    HANDLING,
    LIMITED,
    RAPID,
    RULES,
    STATION,
    SUPERVISED,
    TOWNSHIP,
    TRIAGE,
)

DUTY = Basis("代表法第二十八条；地方组织法第六十条", "S")
PETITIONS = Basis("信访工作条例第二十二条；不代替信访、诉讼和报案", "S")

RECEIVED = State("received", "已收到")
ACCEPTED = State("accepted", "已受理")
ASSIGNED = State("assigned", "办理中")
ANSWERED = State("answered", "已答复")
CLOSING = State("closing", "拟办结")
CLOSED = State("closed", "已办结", final=True)
MERGED = State("merged", "已并案", final=True)
ROUTED_OUT = State("routed_out", "已转出", final=True)
DECLINED = State("declined", "不予受理", final=True)
BECAME = State("became", "已转为代表建议", final=True)
WITHDRAWN = State("withdrawn", "已撤回", final=True)

NEW = ("received",)
DESK = ("received", "accepted")
ANSWERS = ("answered", "closing", "closed")
RUNNING = ("received", "accepted", "assigned", "answered", "closing")
ALL = (*RUNNING, "closed", "merged", "routed_out", "declined", "became", "withdrawn")

REASON = Need("reason", "原因")
HOLDER = Need("holder", "承办单位")
ANSWER = (Need("answer", "答复内容"), Need("outcome", "办理结果"))
NOTE = Need("reason", "说明", required=False)
CONFIRMING = (FEEDBACK.code, CLOSE.code)
BY_TRACK = Choice("track", (("fast", FAST.code), ("limited", LIMITED.code), ("supervised", SUPERVISED.code)))
RATING = (Need("rated_process", "对办理过程的评价"), Need("rated_result", "对办理结果的评价"))

# fmt: off
OPINION = Procedure(
    code="opinion",
    label="群众意见建议",
    version="2025",
    basis=DUTY,
    clocks=frozenset(rule.code for rule in RULES),
    states=(
        RECEIVED, ACCEPTED, ASSIGNED, ANSWERED, CLOSING, CLOSED, MERGED, ROUTED_OUT, DECLINED, BECAME,
        WITHDRAWN,
    ),
    transitions=(
        # opening
        Transition("submit", "提交", (None,), "received", "anyone", starts=(ACCEPT.code,), basis=DUTY),
        Transition("submit_rapid", "提交（民情速办）", (None,), "received", "anyone", starts=(TRIAGE.code,)),
        Transition("record", "代为登记", (None,), "received", "recorder", starts=(ACCEPT.code,), basis=DUTY),
        Transition("record_rapid", "代为登记（民情速办）", (None,), "received", "recorder", starts=(TRIAGE.code,)),
        # at the desk
        Transition("accept", "受理", NEW, "accepted", "desk_ordinary", needs=(NOTE,), ends=(ACCEPT.code,),
                   starts=(ASSIGN.code,), basis=HABIT, main=True),
        Transition("triage_fast", "列为速办", NEW, "accepted", "desk_rapid", needs=(NOTE,), ends=(TRIAGE.code,),
                   starts=(FAST.code,), basis=HABIT),
        Transition("triage_limited", "列为限办", NEW, "accepted", "desk_rapid", needs=(NOTE,), ends=(TRIAGE.code,),
                   starts=(LIMITED.code,), basis=HABIT),
        Transition("triage_supervised", "列为督办件", NEW, "accepted", "desk_rapid", needs=(NOTE,),
                   ends=(TRIAGE.code,), starts=(SUPERVISED.code,), basis=HABIT),
        Transition("merge", "并案", DESK, "merged", "desk", needs=(Need("target", "并入的事项"), NOTE)),
        Transition("route_out", "转出", DESK, "routed_out", "desk", basis=PETITIONS,
                   needs=(Need("routed_to", "转往"), Need("reason", "告知当事人的话"))),
        Transition("decline", "不予受理", DESK, "declined", "desk", needs=(REASON,)),
        Transition("become_suggestion", "转为代表建议", DESK, "became", "desk", needs=(Need("lead", "领衔代表"), NOTE),
                   basis=Basis("代表法第二十四条、第三十六条：代表提出建议、批评和意见", "S")),
        Transition("assign_station", "交联络站办理", ("accepted",), "assigned", "desk_ordinary",
                   needs=(HOLDER, NOTE), ends=(ASSIGN.code,), starts=(STATION.code,), basis=HABIT),
        Transition("assign_township", "交乡镇办理", ("accepted",), "assigned", "desk_ordinary",
                   needs=(HOLDER, NOTE), ends=(ASSIGN.code,), starts=(TOWNSHIP.code,), basis=HABIT),
        Transition("assign_department", "交部门办理", ("accepted",), "assigned", "desk_ordinary",
                   needs=(HOLDER, NOTE), ends=(ASSIGN.code,), starts=(DEPARTMENT.code,), basis=HABIT, main=True),
        Transition("dispatch", "派单", ("accepted",), "assigned", "desk_rapid", needs=(HOLDER, NOTE),
                   ends=(ASSIGN.code,), starts=RAPID, choice=BY_TRACK, basis=HABIT),
        Transition("answer_now", "当场答复", ("accepted",), "answered", "desk", needs=ANSWER,
                   ends=(ASSIGN.code, *RAPID), starts=(FEEDBACK.code,)),
        # with the body that handles
        Transition("hand_back", "退回", ("assigned",), "accepted", "handler_in_time",
                   needs=(REASON, Need("next_body", "建议承办单位")), ends=HANDLING, starts=(ASSIGN.code,),
                   basis=Basis("参照玉林市政府办2019年代表建议办理通知：七个工作日内退回", "L")),
        Transition("extend", "延期", ("assigned",), SAME, "desk", needs=(Need("amount", "延长"), REASON)),
        Transition("answer", "答复", ("assigned",), "answered", "handler", needs=ANSWER,
                   ends=(*HANDLING, *RAPID, ASSIGN.code), starts=(FEEDBACK.code,), main=True),
        Transition("propose_close", "提请办结", ("answered",), "closing", "handler_or_desk", needs=(NOTE,), main=True),
        # closing: never the one who handled
        Transition("close", "办结", ("closing",), "closed", "another", needs=(NOTE,), ends=CONFIRMING, main=True),
        Transition("return_close", "退回办理", ("closing",), "accepted", "another", needs=(REASON,),
                   ends=CONFIRMING, starts=(ASSIGN.code,)),
        # the person who asked
        Transition("confirm", "确认并评价", ANSWERS, SAME, "asker", needs=RATING, ends=(FEEDBACK.code,),
                   starts=(CLOSE.code,), basis=HABIT),
        Transition("reopen", "要求重新办理", ANSWERS, "accepted", "asker", needs=(REASON,), ends=CONFIRMING,
                   starts=(ASSIGN.code,)),
        Transition("withdraw", "撤回", DESK, "withdrawn", "asker", needs=(NOTE,)),
        Transition("erase_contact", "删除联系方式", ALL, SAME, "asker",
                   basis=Basis("个人信息保护法第十五条、第四十七条", "S")),
        # becoming late
        *late_moves(*RUNNING),
    ),
)
# fmt: on
