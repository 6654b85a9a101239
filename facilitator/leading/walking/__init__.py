"""Where a meeting goes, and who is there: kept as it happens."""
