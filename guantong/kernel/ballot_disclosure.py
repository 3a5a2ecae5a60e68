"""When a result gives away how each person voted: few voters, and all of one mind."""

from __future__ import annotations

FEW = 7
"""Below so many voters a unanimous result is likely, and then everybody's vote is known."""


def discloses(voters: int) -> str:
    """What to say before opening about a group so small, in Chinese with {voters}; nothing for a larger one."""
    if voters == 1:
        return ONE
    return SMALL if voters < FEW else ""


ONE = "只有1人参加：结果就是这个人的选择，无法保密。"
SMALL = "只有{voters}人参加：人数少，一旦选择一致，每个人怎么投的就公开了。请考虑改用其他方式，或者先向参加人说明。"
DISCLOSURE_WORDS = (ONE, SMALL)
"""What is said, for whoever translates it."""
