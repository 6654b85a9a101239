"""Holding a family's record back, and what goes soon: for its facilitator and its supervisors."""
