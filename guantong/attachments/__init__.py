"""Photos and documents that belong to a matter."""
