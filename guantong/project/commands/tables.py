"""Tables on the terminal, and whole lines where another program reads them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

UNBOUNDED = 100_000
"""Columns of what is no terminal: wide enough that no cell is broken."""


def print_table(table: Table, *, markup: bool = False) -> None:
    """Print a table as wide as the terminal, or without a break into a file or pipe."""
    from rich.console import Console

    Console(width=None if sys.stdout.isatty() else UNBOUNDED).print(table, markup=markup)
