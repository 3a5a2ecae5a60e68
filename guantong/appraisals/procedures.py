"""The procedures of a score sheet and of a deputy's yearly report to voters."""

from guantong.appraisals.deadlines import PUBLISH_REPORT, RATE, REPORT, SETTLE
from guantong.kernel.late_moves import late_moves
from guantong.kernel.procedure import HABIT, SAME, Basis, Need, Procedure, State, Transition

RECORDED = Basis("代表法第五十八条：记录代表履职情况并公开；评分办法由县级规定", "M")

REPORTING = Basis("代表法第五十八条：定期组织代表向选民报告履职情况，公开代表履职信息", "S")

REASON = Need("reason", "原因")
WAITING = ("planned", "written", "held", "rated")

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
        *late_moves("published"),
    ),
)

DUTY_REPORT = Procedure(
    code="duty_report",
    label="代表述职",
    version="2025",
    basis=REPORTING,
    clocks=frozenset({REPORT.code, RATE.code, PUBLISH_REPORT.code}),
    states=(
        State("planned", "已安排"), State("written", "已写好"), State("held", "测评中"), State("rated", "已测评"),
        State("published", "已公开", final=True), State("cancelled", "已取消", final=True),
    ),
    transitions=(
        Transition("plan", "安排述职", (None,), "planned", "organiser", starts=(REPORT.code,), basis=REPORTING),
        Transition("reschedule", "改期", ("planned", "written"), SAME, "organiser",
                   needs=(Need("planned_for", "报告会时间"), Need("venue", "报告会地点"))),
        Transition("write", "写述职报告", ("planned",), "written", "author", needs=(Need("body", "述职报告"),),
                   main=True),
        Transition("rewrite", "修改报告", ("written",), SAME, "author", needs=(Need("body", "述职报告"),)),
        Transition("print_slips", "印测评票", ("planned", "written"), SAME, "teller", needs=(Need("count", "张数"),)),
        Transition("hold", "开会并开始测评", ("written",), "held", "teller",
                   needs=(Need("present", "到会选民"), Need("list", "签到表照片")),
                   starts=(RATE.code,), ends=(REPORT.code,), basis=REPORTING, main=True),
        Transition("rate", "结束测评", ("held",), "rated", "teller", starts=(PUBLISH_REPORT.code,), ends=(RATE.code,),
                   basis=HABIT, main=True),
        Transition("publish", "公开", ("rated",), "published", "publisher_of_report", ends=(PUBLISH_REPORT.code,),
                   basis=REPORTING, main=True),
        Transition("cancel", "取消", ("planned", "written"), "cancelled", "organiser", needs=(REASON,)),
        *late_moves(*WAITING),
    ),
)
# fmt: on
