"""Harm that was done elsewhere by a document, retold with made-up families: here it stops."""
