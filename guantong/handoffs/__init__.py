"""One matter becoming another across domains."""
