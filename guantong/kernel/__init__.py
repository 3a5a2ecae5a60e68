"""Plain Python rules of the trade: working days, clocks, periods, numerals, ledger chain, verdicts."""
