"""Choosing how long each kind of record is kept: an administrator's pages."""
