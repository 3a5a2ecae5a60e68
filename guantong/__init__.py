"""Guantong (贯通): every matter from the first voice to the checked result."""

__version__ = "0.1.0"
