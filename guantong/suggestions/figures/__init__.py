"""Figures of suggestions, parts of a rate before the rate."""

from guantong.suggestions.figures import promises, ratings, received, replies

FIGURES = (*received.FIGURES, *replies.FIGURES, *ratings.FIGURES, *promises.FIGURES)
