"""Scores, task lists and duty ledgers: all of it derived from records."""
