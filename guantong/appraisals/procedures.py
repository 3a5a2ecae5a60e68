"""The procedure of a score sheet."""

from guantong.appraisals.deadlines import HABIT, SETTLE
from guantong.kernel.procedure import SAME, Basis, Need, Procedure, State, Transition

RECORDED = Basis("代表法第五十八条：记录代表履职情况并公开；评分办法由县级规定", "M")

REASON = Need("reason", "原因")

# fmt: off
SCORE_SHEET = Procedure(
    code="score_sheet",
    label="评分表",
    version="2025",
    basis=RECORDED,
    clocks=frozenset({SETTLE.code}),
    states=(
        State("draft", "待计算", unclocked=True), State("computed", "已计算", unclocked=True),
        State("published", "已公布"), State("final", "已确定", final=True), State("void", "已作废", final=True),
    ),
    transitions=(
        Transition("set_up", "新建评分表", (None,), "draft", "desk", basis=RECORDED),
        Transition("compute", "计算", ("draft",), "computed", "desk", main=True),
        Transition("recompute", "重新计算", ("computed",), SAME, "desk"),
        Transition("publish", "公布", ("computed",), "published", "publisher", starts=(SETTLE.code,), basis=HABIT,
                   main=True),
        Transition("appeal", "申诉", ("published",), SAME, "subject", needs=(Need("ground", "申诉理由"),), basis=HABIT),
        Transition("decide_appeal", "答复申诉", ("published",), SAME, "decider", needs=(Need("answer", "答复"),)),
        Transition("settle", "确定", ("published",), "final", "settler", ends=(SETTLE.code,), main=True),
        Transition("discard", "作废", ("draft", "computed"), "void", "desk", needs=(REASON,)),
        Transition("remind", "催办", ("published",), SAME, "system", automatic=True, basis=HABIT),
        Transition("supervise", "督办", ("published",), SAME, "system", automatic=True, basis=HABIT),
        Transition("report_to_chair", "报告主任会议", ("published",), SAME, "system", automatic=True, basis=HABIT),
    ),
)
# fmt: on
