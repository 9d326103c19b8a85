"""Measurements that print our figure beside a peer's, taken in the same run: `make bench`, docs/benchmarks.md."""
