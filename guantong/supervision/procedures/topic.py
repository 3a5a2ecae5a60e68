"""The procedure of a topic of supervision 监督选题: proposed, scored, decided by the chair council, carried out."""

from guantong.kernel.late_moves import late_moves
from guantong.kernel.procedure import SAME, Basis, Need, Procedure, State, Transition
from guantong.supervision.deadlines import CARRY_OUT, DECIDE

LAW = Basis("监督法第十二条、第三十一条（议题的途径和年度计划）", "S")
PUBLISHED = Basis("监督法第十条：行使监督职权的情况向社会公开", "S")
REASON = Need("reason", "原因")

# fmt: off
SUPERVISION_TOPIC = Procedure(
    code="supervision_topic",
    label="监督选题",
    version="2025",
    basis=LAW,
    clocks=frozenset({DECIDE.code, CARRY_OUT.code}),
    states=(
        State("proposed", "待研究"), State("planned", "列入年度计划"), State("under_way", "实施中"),
        State("done", "已完成", final=True), State("declined", "未列入", final=True),
        State("merged", "已并入", final=True),
    ),
    transitions=(
        Transition("propose", "提出选题", (None,), "proposed", "proposer", starts=(DECIDE.code,), basis=LAW),
        Transition("score", "评分", ("proposed",), SAME, "desk", needs=(Need("points", "分数"),)),
        Transition("merge", "并入其他选题", ("proposed",), "merged", "desk", needs=(Need("target", "并入哪一项"),),
                   ends=(DECIDE.code,)),
        Transition("plan", "列入年度计划", ("proposed",), "planned", "chair",
                   needs=(Need("reason", "主任会议研究情况"),), ends=(DECIDE.code,), starts=(CARRY_OUT.code,),
                   basis=LAW, main=True),
        Transition("decline", "不列入", ("proposed",), "declined", "chair", needs=(REASON,), ends=(DECIDE.code,)),
        Transition("publish", "公开", ("planned", "under_way", "done"), SAME, "desk", basis=PUBLISHED),
        Transition("begin", "开始实施", ("planned",), "under_way", "desk", main=True),
        Transition("drop", "调出计划", ("planned", "under_way"), "declined", "chair", needs=(REASON,),
                   ends=(CARRY_OUT.code,)),
        Transition("conclude", "完成", ("under_way",), "done", "desk", needs=(Need("reason", "完成情况"),),
                   ends=(CARRY_OUT.code,), main=True),
        *late_moves("proposed", "planned", "under_way"),
    ),
)
# fmt: on
