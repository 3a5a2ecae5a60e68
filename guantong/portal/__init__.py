"""The citizens' door 门户."""
