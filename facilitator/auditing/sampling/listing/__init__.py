"""The list that a sample is drawn from."""
