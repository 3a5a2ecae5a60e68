"""The procedure of a deliberation opinion 审议意见书: compiled, handed over, answered, voted on, closed."""

from guantong.kernel.late_moves import late_moves
from guantong.kernel.procedure import SAME, Basis, Need, Procedure, State, Transition
from guantong.supervision.deadlines import COMPILE, ESCALATE, FINISH, PLAN, REDO, REPORT, SEND, VOTE

LAW = Basis("监督法第十七条：审议意见交由有关机关研究处理，研究处理情况向常委会提出书面报告", "S")
PUBLISHED = Basis("监督法第十七条：报告、审议意见和研究处理情况向代表通报并向社会公布", "S")
SHIQUAN = Basis("参照石泉县审议意见满意度测评办法；待县级规定确认", "L")
REASON = Need("reason", "原因")
NOTE = Need("reason", "说明", required=False)
RESULT = (Need("vote", "测评结果"),)
CLOCKS = (COMPILE, SEND, PLAN, REPORT, VOTE, REDO, ESCALATE, FINISH)
HANDED = ("handed_over", "rectifying", "reported", "failed", "escalated", "accepted")

# fmt: off
DELIBERATION_OPINION = Procedure(
    code="deliberation_opinion",
    label="审议意见书",
    version="2025",
    basis=LAW,
    clocks=frozenset(rule.code for rule in CLOCKS),
    states=(
        State("drafting", "起草中"), State("approved", "已审定"), State("handed_over", "已交办"),
        State("rectifying", "整改中"), State("reported", "已报告"), State("accepted", "测评通过"),
        State("failed", "测评未通过"), State("escalated", "待询问质询"),
        State("closed", "已办结", final=True), State("discarded", "已作废", final=True),
    ),
    transitions=(
        Transition("compile", "整理审议意见", (None,), "drafting", "desk", starts=(COMPILE.code,), basis=LAW),
        Transition("revise", "修改", ("drafting",), SAME, "desk", needs=(Need("body", "审议意见"),)),
        Transition("approve", "主任会议审定", ("drafting",), "approved", "chair", needs=(NOTE,),
                   ends=(COMPILE.code,), starts=(SEND.code,), main=True),
        Transition("discard", "作废", ("drafting", "approved"), "discarded", "desk", needs=(REASON,)),
        Transition("hand_over", "交办", ("approved",), "handed_over", "desk", needs=(NOTE,),
                   ends=(SEND.code,), starts=(PLAN.code, REPORT.code), basis=LAW, main=True),
        Transition("submit_plan", "报送整改方案", ("handed_over",), "rectifying", "unit",
                   needs=(Need("plan", "整改方案"),), ends=(PLAN.code,), main=True),
        Transition("extend", "延期", ("handed_over", "rectifying", "failed", "accepted"), SAME, "chair",
                   needs=(Need("amount", "延长"), REASON)),
        Transition("report", "报告研究处理情况", ("rectifying",), "reported", "unit", needs=(Need("report", "报告"),),
                   ends=(REPORT.code, REDO.code), starts=(VOTE.code,), basis=LAW, main=True),
        Transition("return_report", "退回报告", ("reported",), "rectifying", "desk", needs=(REASON,),
                   ends=(VOTE.code,), starts=(REDO.code,)),
        Transition("call_vote", "组织满意度测评", ("reported",), SAME, "desk", basis=SHIQUAN),
        Transition("vote", "采用测评结果", ("reported",), "accepted", "teller", needs=RESULT,
                   ends=(VOTE.code,), starts=(FINISH.code,), basis=SHIQUAN, main=True),
        Transition("fail_vote", "满意度测评未通过", ("reported",), "failed", "teller", needs=RESULT,
                   ends=(VOTE.code,), starts=(REDO.code,), basis=SHIQUAN),
        Transition("fail_again", "满意度测评再次未通过", ("reported",), "escalated", "teller",
                   needs=RESULT, ends=(VOTE.code,), starts=(ESCALATE.code,), basis=SHIQUAN),
        Transition("rework", "重新整改", ("failed",), "rectifying", "unit", needs=(Need("plan", "整改方案"),)),
        Transition("resume", "询问质询后继续办理", ("escalated",), "rectifying", "chair", needs=(REASON,),
                   ends=(ESCALATE.code,), starts=(REDO.code,)),
        Transition("close", "办结", ("accepted",), "closed", "desk", needs=(NOTE,), ends=(FINISH.code,), main=True),
        Transition("publish", "公开", (*HANDED, "closed"), SAME, "desk",
                   needs=(Need("published_text", "公开内容"),), basis=PUBLISHED),
        *late_moves("drafting", "approved", *HANDED),
    ),
)
# fmt: on
