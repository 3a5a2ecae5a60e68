"""Regions, organisations and what differs between counties."""
