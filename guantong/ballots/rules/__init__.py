"""By which rules a county votes: its dated settings, and the defaults of the law and of habit."""
