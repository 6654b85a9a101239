"""A user's own desk: their meetings, each with who was there, what was said, and its copies."""
