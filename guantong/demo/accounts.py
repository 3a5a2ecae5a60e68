"""The accounts with which the demo city can be entered."""

from __future__ import annotations

from dataclasses import dataclass

from guantong.accounts.models import Role

PASSWORD = "guantong-2025"  # noqa: S105  the demo city's, printed on purpose


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in. `body` is their organisation's code in `county`; `door` is where they land."""

    username: str
    name: str
    role: Role
    door: str
    county: str
    body: str
    password: str = PASSWORD

    @property
    def title(self) -> str:
        """Who it is, for the list on the terminal."""
        return f"{self.name}　{self.role.label}"


ACCOUNTS = (
    Account("leye-director", "韦启明", Role.DIRECTOR, "desk", "451028", "standing_committee"),
    Account("leye-clerk", "黄素云", Role.CLERK, "desk", "451028", "deputy_affairs"),
    Account("leye-clerk2", "陆永安", Role.CLERK, "desk", "451028", "deputy_affairs"),
    Account("leye-keeper", "王桂芝", Role.KEEPER, "field", "451028", "station-minzhi"),
    Account("leye-deputy", "李春生", Role.DEPUTY, "field", "451028", "station-minzhi"),
    Account("leye-shuili", "农建业", Role.DEPARTMENT, "desk", "451028", "shuili"),
    Account("leye-luoxi", "杨秀兰", Role.DEPARTMENT, "desk", "451028", "xiangzhen-451028203"),
    Account("tianlin-clerk", "岑晓春", Role.CLERK, "desk", "451029", "deputy_affairs"),
    Account("longlin-clerk", "班文清", Role.CLERK, "desk", "451031", "deputy_affairs"),
    Account("xilin-clerk", "何月兰", Role.CLERK, "desk", "451030", "deputy_affairs"),
    Account("city", "梁若谷", Role.CITY, "desk", "451000", "deputy_affairs"),
    Account("auditor", "覃守正", Role.AUDITOR, "desk", "451000", "office"),
    Account("security", "莫如山", Role.SECURITY, "desk", "451000", "office"),
    Account("sysadmin", "蓝天佑", Role.SYSADMIN, "desk", "451000", "office"),
)
"""Every account of the demo, in the order in which they are printed."""
