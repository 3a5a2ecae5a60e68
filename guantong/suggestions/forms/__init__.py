"""The forms of suggestions: opening one, and every move."""
