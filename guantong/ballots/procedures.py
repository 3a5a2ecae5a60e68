"""The procedure of a ballot: drafted, frozen, open, closed, counted, published."""

from guantong.kernel.procedure import HABIT, SAME, Basis, Need, Procedure, State, Transition

MEETING = Basis("地方组织法第十四条、第五十一条：法定人数和通过的票数", "S")
VOTES = Basis("参照选举法关于票数和选票效力的规定，待县级规定确认", "M")

REASON = Need("reason", "原因")

# A ballot waits for the meeting, whose agenda sets its hours: no period of any law runs.
# fmt: off
BALLOT = Procedure(
    code="ballot",
    label="表决",
    version="2026",
    basis=MEETING,
    states=(
        State("drafted", "草拟", unclocked=True), State("frozen", "已封存设置", unclocked=True),
        State("open", "投票中", unclocked=True), State("closed", "已截止", unclocked=True),
        State("counted", "已计票", unclocked=True), State("published", "已公布", final=True),
        State("cancelled", "已取消", final=True),
    ),
    transitions=(
        Transition("draft", "草拟表决", (None,), "drafted", "desk"),
        Transition("freeze", "封存设置", ("drafted",), "frozen", "desk", basis=HABIT, main=True),
        Transition("open", "开始投票", ("frozen",), "open", "desk", basis=MEETING, main=True),
        Transition("close", "截止投票", ("open",), "closed", "desk", basis=HABIT, main=True),
        Transition("enter", "录入纸质票", ("closed",), SAME, "desk", basis=HABIT),
        Transition("count", "开箱计票", ("closed",), "counted", "desk", basis=VOTES, main=True),
        Transition("publish", "公布结果", ("counted",), "published", "desk", basis=HABIT, main=True),
        Transition("vote_again", "组织再次投票", ("counted", "published"), SAME, "again", basis=HABIT),
        Transition("cancel", "取消表决", ("drafted", "frozen", "open", "closed"), "cancelled", "desk",
                   needs=(REASON,)),
    ),
)
# fmt: on
