"""Stage 5: what each figure counts, as the shortest phrase of the text beside it."""

from guantong.extraction.objects.choose import resolve

__all__ = ["resolve"]
