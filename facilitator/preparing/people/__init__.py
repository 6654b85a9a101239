"""The people of a meeting before its day: their seats, and everything that helps them to come."""
