"""Gold plans: what two people settled, for others to find out how near they are."""
