"""The procedures of an activity and of a practical deed."""

from guantong.kernel.procedure import Basis, Need, Procedure, State, Transition

DUTY = Basis("代表法第二十八条；地方组织法第六十条", "S")

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
        Transition(
            "hold",
            "登记举办",
            ("planned",),
            "held",
            "organiser",
            needs=(Need("held_at", "举办时间"),),
            main=True,
        ),
        Transition("cancel", "取消", ("planned",), "cancelled", "organiser", needs=(Need("reason", "原因"),)),
        Transition("log_visit", "登记走访", ("planned", "held"), "=", "organiser"),
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
        Transition(
            "do", "登记办成", ("promised",), "done", "organiser", needs=(Need("done_at", "办成时间"),), main=True
        ),
        Transition("check", "核实", ("done",), "checked", "checker", main=True),
        Transition("dispute", "核实未通过", ("done",), "promised", "checker", needs=(Need("reason", "原因"),)),
        Transition("drop", "终止", ("promised",), "dropped", "organiser", needs=(Need("reason", "原因"),)),
    ),
)
