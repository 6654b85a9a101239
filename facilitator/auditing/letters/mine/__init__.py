"""A facilitator's own letters: read, and answered in their own words."""
