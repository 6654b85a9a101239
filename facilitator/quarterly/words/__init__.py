"""What a supervisor writes about a quarter, and the lines that families let us read."""
