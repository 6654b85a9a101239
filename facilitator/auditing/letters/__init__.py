"""The letter that follows a look: what worked, what makes curious, one step together, the reply."""
