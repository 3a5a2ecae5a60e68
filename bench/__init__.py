"""Benchmarks: the hot paths beside a bare floor, in one run on one machine."""
