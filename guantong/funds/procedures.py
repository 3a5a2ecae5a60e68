"""The procedures of a fund and of a project that is paid from it."""

from guantong.funds.deadlines import ACCEPT, APPROVE, BUILD, RULES, SCREEN, START
from guantong.kernel.late_moves import late_moves
from guantong.kernel.procedure import SAME, Basis, Need, Procedure, State, Transition

FUND_BASIS = Basis("参照开化县代表建议专项资金办法（2018年），待县级规定确认", "L")

REASON = Need("reason", "原因")
NOTE = Need("reason", "说明", required=False)
RUNNING = ("applied", "screened", "approved", "building", "built")

# fmt: off
FUND = Procedure(
    code="fund",
    label="代表建议专项资金",
    version="2025",
    basis=FUND_BASIS,
    states=(State("open", "使用中", unclocked=True), State("closed", "已决算", final=True)),
    transitions=(
        Transition("set_up", "设立专项资金", (None,), "open", "desk", basis=FUND_BASIS),
        Transition("adjust", "调整资金", ("open",), SAME, "desk", needs=(Need("amount", "资金总额"), REASON)),
        Transition("settle", "决算", ("open",), "closed", "desk", needs=(NOTE,), main=True),
    ),
)

FUND_PROJECT = Procedure(
    code="fund_project",
    label="专项资金项目",
    version="2025",
    basis=FUND_BASIS,
    clocks=frozenset(rule.code for rule in RULES),
    states=(
        State("applied", "已申请"), State("screened", "已初审"), State("approved", "已批准"),
        State("building", "在建"), State("built", "已完工"), State("accepted", "已验收", final=True),
        State("declined", "不予支持", final=True), State("withdrawn", "已撤回", final=True),
    ),
    transitions=(
        Transition("apply", "申请专项资金", (None,), "applied", "applicant", starts=(SCREEN.code,), basis=FUND_BASIS),
        Transition("withdraw", "撤回申请", ("applied", "screened"), "withdrawn", "unit", needs=(REASON,)),
        Transition("screen", "初审通过", ("applied",), "screened", "desk", needs=(Need("finding", "初审意见"),),
                   ends=(SCREEN.code,), starts=(APPROVE.code,), basis=FUND_BASIS, main=True),
        Transition("decline", "不予支持", ("applied", "screened"), "declined", "desk", needs=(REASON,)),
        Transition("approve", "批准", ("screened",), "approved", "chair", needs=(Need("approved", "批准金额"), NOTE),
                   ends=(APPROVE.code,), starts=(START.code,), basis=FUND_BASIS, main=True),
        Transition("sign", "签约开工", ("approved",), "building", "unit", ends=(START.code,), starts=(BUILD.code,),
                   needs=(Need("contractor", "施工单位"), Need("contracted", "合同金额")), basis=FUND_BASIS, main=True),
        Transition("extend", "延期", ("building",), SAME, "desk", needs=(Need("amount", "延长"), REASON)),
        Transition("pay", "拨付", ("building", "built"), SAME, "payer",
                   needs=(Need("amount", "拨付金额"), Need("voucher", "凭证号"))),
        Transition("finish", "完工", ("building",), "built", "unit", ends=(BUILD.code,),
                   needs=(Need("work_done", "完工情况"), Need("photo", "现场照片")), starts=(ACCEPT.code,), main=True),
        Transition("send_back", "验收未通过", ("built",), "building", "desk", needs=(REASON,), ends=(ACCEPT.code,),
                   starts=(BUILD.code,)),
        Transition("accept", "验收通过", ("built",), "accepted", "desk", needs=(Need("witness", "到场代表"), NOTE),
                   ends=(ACCEPT.code,), basis=FUND_BASIS, main=True),
        Transition("pay_rest", "拨付尾款", ("accepted",), SAME, "payer",
                   needs=(Need("amount", "拨付金额"), Need("voucher", "凭证号"))),
        Transition("rate", "代表评价", ("accepted",), SAME, "witness", needs=(Need("rated", "评价"),)),
        *late_moves(*RUNNING),
    ),
)
# fmt: on
