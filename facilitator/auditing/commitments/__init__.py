"""What one plan shows for each of the fifteen promises, and which questions ask for it."""
