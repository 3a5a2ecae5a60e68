"""Reading sheets, the progress of tasks, and what a deputy did."""
