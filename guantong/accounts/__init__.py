"""People, the posts that they hold, and what they may see."""
