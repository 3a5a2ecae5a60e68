"""Template tags of the machinery of matters."""
