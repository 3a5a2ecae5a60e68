"""The ledger 台账: append-only entries, chained and sealed."""
