"""The procedures of an activity, of a practical deed, of a station's project and of a lasting link."""

from guantong.kernel.procedure import HABIT, SAME, Basis, Need, Procedure, State, Transition

DUTY = Basis("代表法第二十八条；地方组织法第六十条", "S")
CONTACT = Basis("代表法第八条、第二十八条、第四十四条；地方组织法第六十条", "S")
LEAVE = Basis("代表法第六十二条", "S")
TOLD_TO_ALL = Basis("代表法第五十八条；个人信息保护法第七十三条", "S")
STANDARDS = Basis("各地联络站规范化建设办法，待县级规定确认", "L")

REASON = Need("reason", "原因")

# fmt: off
ACTIVITY = Procedure(
    code="activity",
    label="履职活动",
    version="2025",
    basis=DUTY,
    states=(
        # What runs until then is the day that was agreed, which the plan states; no body waits for another.
        State("planned", "已计划", unclocked=True),
        State("held", "已举办", final=True),
        State("cancelled", "已取消", final=True),
    ),
    transitions=(
        Transition("plan", "计划活动", (None,), "planned", "organiser"),
        Transition("sign_up", "报名参加", ("planned",), SAME, "deputy"),
        Transition("ask_leave", "请假", ("planned",), SAME, "deputy", needs=(REASON,), basis=LEAVE),
        Transition("note_leave", "代为登记请假", ("planned",), SAME, "host", needs=(REASON,), basis=LEAVE),
        Transition("open_check_in", "开始签到", ("planned",), SAME, "check_in_opener", basis=HABIT),
        Transition("check_in", "签到", ("planned",), SAME, "deputy", basis=HABIT),
        Transition("close_check_in", "结束签到", ("planned",), SAME, "check_in_closer", basis=HABIT),
        Transition("hold", "登记举办", ("planned",), "held", "organiser", needs=(Need("held_at", "举办时间"),),
                   main=True),
        Transition("cancel", "取消", ("planned",), "cancelled", "organiser", needs=(REASON,)),
        Transition("log_visit", "登记走访", ("planned", "held"), SAME, "organiser"),
        Transition("strike_visit", "作废走访记录", ("planned", "held"), SAME, "organiser", needs=(REASON,)),
        Transition("report", "登记活动情况", ("held",), SAME, "organiser", needs=(Need("notes", "活动情况"),),
                   basis=HABIT),
        Transition("publish", "公开", ("held",), SAME, "publisher", basis=TOLD_TO_ALL,
                   needs=(Need("published_title", "公开标题"), Need("published_text", "公开内容"))),
        Transition("withdraw_publication", "撤下公开内容", ("held",), SAME, "withdrawer", needs=(REASON,),
                   basis=TOLD_TO_ALL),
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

# Nobody waits for the next step of a link, so it is on no worklist: what is owed in a period is told by contact_plan.
CONTACT_LINK = Procedure(
    code="contact_link",
    label="联系关系",
    version="2026",
    basis=CONTACT,
    states=(State("linked", "联系中", final=True), State("ended", "已结束", final=True)),
    transitions=(
        Transition("make_link", "建立联系", (None,), "linked", "linker"),
        Transition("log_contact", "登记联系", ("linked", "ended"), SAME, "contact_writer",
                   needs=(Need("met_at", "联系时间"), Need("said", "联系情况"))),
        Transition("follow_contact", "登记联系后续", ("linked", "ended"), SAME, "contact_writer"),
        Transition("strike_contact", "作废联系记录", ("linked", "ended"), SAME, "contact_writer", needs=(REASON,)),
        Transition("end_link", "结束联系", ("linked",), "ended", "linker",
                   needs=(Need("until", "结束日期"), Need("ended_because", "结束原因"))),
    ),
)
# fmt: on
