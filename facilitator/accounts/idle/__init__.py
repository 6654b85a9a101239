"""A screen that nobody touched for a while locks itself, and keeps what was typed on it."""
