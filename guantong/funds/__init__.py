"""The special fund for deputies' suggestions: its sum, what is applied for, approved, paid and accepted."""
