"""Every write to a fund, its projects and payments."""

from guantong.funds.services.applying import apply_for_fund, withdraw_application
from guantong.funds.services.building import (
    accept_project,
    extend_building,
    finish_project,
    rate_project,
    send_back,
    sign_contract,
)
from guantong.funds.services.deciding import approve_project, decline_project, screen_project
from guantong.funds.services.fund import adjust_fund, set_up_fund, settle_fund
from guantong.funds.services.paying import pay_project

__all__ = [
    "accept_project",
    "adjust_fund",
    "apply_for_fund",
    "approve_project",
    "decline_project",
    "extend_building",
    "finish_project",
    "pay_project",
    "rate_project",
    "screen_project",
    "send_back",
    "set_up_fund",
    "settle_fund",
    "sign_contract",
    "withdraw_application",
]
