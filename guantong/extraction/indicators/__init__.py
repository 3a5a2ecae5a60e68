"""Which stable indicator a figure belongs to; the cues live in indicators.toml."""

from guantong.extraction.indicators.model import Indicator, knowledge


def all_indicators() -> tuple[Indicator, ...]:
    """Every known indicator, in the order of the file."""
    return knowledge().indicators


__all__ = ["Indicator", "all_indicators"]
