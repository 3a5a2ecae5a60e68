"""The moves that the system makes by itself when a matter is late: reminder, supervision, report to the chair."""

from guantong.kernel.procedure import HABIT, SAME, Transition

LADDER = ("remind", "supervise", "report_to_chair")
"""Their codes, in the order in which they are taken."""

_LABELS = ("催办", "督办", "报告主任会议")


def late_moves(*states: str) -> tuple[Transition, ...]:
    """The three steps of the ladder, from the states in which a clock runs."""
    return tuple(
        Transition(code, label, states, SAME, "system", automatic=True, basis=HABIT)
        for code, label in zip(LADDER, _LABELS, strict=True)
    )
