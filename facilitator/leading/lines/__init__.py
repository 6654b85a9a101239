"""Lines: read strictly, kept once, never overwritten."""
