"""Agreeing: the draft read aloud, the walk through it, each answer, and the family's yes."""
