"""Time limits 时限: rules as dated data, and the clocks that run under them."""
