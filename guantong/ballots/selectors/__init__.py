"""Reading ballots: their roll, their box, their result."""
