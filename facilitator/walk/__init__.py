"""What happened in a meeting beside what was said: where it went, and who was there when."""
