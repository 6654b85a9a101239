"""What every page shares: headers, errors, the look, and short messages."""
