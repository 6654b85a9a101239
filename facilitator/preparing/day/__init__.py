"""A new meeting, and its day, time, place and languages."""
