"""A supervisor writes a letter, looks at it as it will be read, and sends it."""
