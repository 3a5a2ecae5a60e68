"""Messages to people and organisations, written with the move that causes them."""
