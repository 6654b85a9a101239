"""Facilitator: lead a family's meeting, hand over the family's plan, look at its quality."""
