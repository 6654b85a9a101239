"""The plans that somebody of another team is asked to rate blind."""
