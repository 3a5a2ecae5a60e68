"""Figures 数字: definitions over records, roll-ups, reports, and the report read back."""
