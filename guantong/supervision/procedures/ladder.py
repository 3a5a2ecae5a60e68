"""What happens by itself to a matter of supervision that is late."""

from guantong.kernel.procedure import HABIT, SAME, Transition


def ladder(*states: str) -> tuple[Transition, ...]:
    """The three steps of the overdue ladder, from the states in which a clock runs."""
    return (
        Transition("remind", "催办", states, SAME, "system", automatic=True, basis=HABIT),
        Transition("supervise", "督办", states, SAME, "system", automatic=True, basis=HABIT),
        Transition("report_to_chair", "报告主任会议", states, SAME, "system", automatic=True, basis=HABIT),
    )
