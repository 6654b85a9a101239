"""Private family time: the card, and nothing else, for as long as the family wants."""
