"""What was said before the day: added, mended, taken back, and listed."""
