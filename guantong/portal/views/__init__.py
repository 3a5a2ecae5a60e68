"""The pages of the citizens' door."""
