"""The procedures of an activity, of a practical deed and of a station's project."""

from guantong.kernel.procedure import SAME, Basis, Need, Procedure, State, Transition

DUTY = Basis("代表法第二十八条；地方组织法第六十条", "S")
STANDARDS = Basis("各地联络站规范化建设办法，待县级规定确认", "L")

REASON = Need("reason", "原因")

# fmt: off
ACTIVITY = Procedure(
    code="activity",
    label="履职活动",
    version="2025",
    basis=DUTY,
    states=(
        State("planned", "已计划"),
        State("held", "已举办", final=True),
        State("cancelled", "已取消", final=True),
    ),
    transitions=(
        Transition("plan", "计划活动", (None,), "planned", "organiser"),
        Transition("sign_up", "报名参加", ("planned",), SAME, "deputy"),
        Transition("ask_leave", "请假", ("planned",), SAME, "deputy", needs=(REASON,)),
        Transition("hold", "登记举办", ("planned",), "held", "organiser", needs=(Need("held_at", "举办时间"),),
                   main=True),
        Transition("cancel", "取消", ("planned",), "cancelled", "organiser", needs=(REASON,)),
        Transition("log_visit", "登记走访", ("planned", "held"), SAME, "organiser"),
        Transition("strike_visit", "作废走访记录", ("planned", "held"), SAME, "organiser", needs=(REASON,)),
    ),
)

DEED = Procedure(
    code="deed",
    label="办实事",
    version="2025",
    basis=DUTY,
    states=(
        State("promised", "已承诺"),
        State("done", "已办成"),
        State("checked", "已核实", final=True),
        State("dropped", "未办成", final=True),
    ),
    transitions=(
        Transition("promise", "承诺办理", (None,), "promised", "organiser"),
        Transition("do", "登记办成", ("promised",), "done", "organiser", needs=(Need("done_at", "办成时间"),),
                   main=True),
        Transition("check", "核实", ("done",), "checked", "checker", main=True),
        Transition("dispute", "核实未通过", ("done",), "promised", "checker", needs=(REASON,)),
        Transition("drop", "终止", ("promised",), "dropped", "organiser", needs=(REASON,)),
    ),
)

STATION_PROJECT = Procedure(
    code="station_project",
    label="联络站建设",
    version="2025",
    basis=STANDARDS,
    states=(
        State("proposed", "已申报"),
        State("returned", "已退回"),
        State("accepted", "已验收", final=True),
        State("dropped", "已终止", final=True),
    ),
    transitions=(
        Transition("propose", "申报建设", (None,), "proposed", "organiser"),
        Transition("accept", "验收通过", ("proposed",), "accepted", "acceptor",
                   needs=(Need("standards", "达标项目", required=False), Need("reason", "说明", required=False)),
                   basis=STANDARDS, main=True),
        Transition("return", "退回整改", ("proposed",), "returned", "acceptor", needs=(REASON,)),
        Transition("propose_again", "重新申报", ("returned",), "proposed", "organiser",
                   needs=(Need("content", "建设内容"),)),
        Transition("drop", "终止", ("proposed", "returned"), "dropped", "organiser", needs=(REASON,)),
    ),
)
# fmt: on
