"""Django glue that every layer stands on: time, rows, secrets, pages."""
