"""What we measure, against what: ``python -m benchmarks``."""
