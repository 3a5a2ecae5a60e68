"""Matters 事项: one table, one worklist, and the only writer of a state."""
