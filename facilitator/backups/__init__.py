"""Copies of the database: made by hand and every day, kept, found and put back."""
