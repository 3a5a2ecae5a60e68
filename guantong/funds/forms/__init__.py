"""Forms of the fund: setting it up, applying, and every move."""
