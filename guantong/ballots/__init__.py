"""Ballots: one service for every vote, whose papers nobody can tie to a person and everybody can add up."""
