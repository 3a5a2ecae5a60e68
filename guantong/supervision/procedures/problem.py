"""The procedure of a problem 问题: listed, assigned to a unit, put right, re-checked by somebody else."""

from guantong.kernel.late_moves import late_moves
from guantong.kernel.procedure import HABIT, SAME, Need, Procedure, State, Transition
from guantong.supervision.deadlines import AGAIN, MEASURE, RECHECK, RECTIFY

REASON = Need("reason", "原因")
RUNNING = ("assigned", "rectifying", "evidenced")
CLOCKS = (MEASURE, RECTIFY, RECHECK, AGAIN)

# fmt: off
PROBLEM = Procedure(
    code="problem",
    label="问题",
    version="2025",
    basis=HABIT,
    clocks=frozenset(rule.code for rule in CLOCKS),
    states=(
        State("listed", "已列出", unclocked=True), State("assigned", "待定措施"), State("rectifying", "整改中"),
        State("evidenced", "待复查"), State("accepted", "已销号", final=True), State("struck", "已删去", final=True),
    ),
    transitions=(
        Transition("list", "列入问题清单", (None,), "listed", "desk", basis=HABIT),
        Transition("revise", "修改", ("listed",), SAME, "desk", needs=(Need("body", "问题"),)),
        Transition("strike", "删去", ("listed",), "struck", "desk", needs=(REASON,)),
        Transition("assign", "交办", ("listed",), "assigned", "desk", starts=(MEASURE.code,), main=True),
        Transition("set_measure", "制定整改措施", ("assigned",), "rectifying", "unit",
                   needs=(Need("measure", "整改措施"), Need("measure_by", "完成日期")),
                   ends=(MEASURE.code,), starts=(RECTIFY.code,), main=True),
        Transition("extend", "延期", ("rectifying",), SAME, "desk", needs=(Need("amount", "延长"), REASON)),
        Transition("submit_evidence", "报送整改情况", ("rectifying",), "evidenced", "unit",
                   needs=(Need("evidence", "整改情况"),), ends=(RECTIFY.code, AGAIN.code), starts=(RECHECK.code,),
                   main=True),
        Transition("accept", "复查通过，销号", ("evidenced",), "accepted", "checker",
                   needs=(Need("finding", "复查情况"),), ends=(RECHECK.code,), main=True),
        Transition("send_back", "复查未通过", ("evidenced",), "rectifying", "checker", needs=(REASON,),
                   ends=(RECHECK.code,), starts=(AGAIN.code,)),
        Transition("reopen", "重新列入", ("accepted",), "rectifying", "desk", needs=(REASON,), starts=(AGAIN.code,)),
        *late_moves(*RUNNING),
    ),
)
# fmt: on
