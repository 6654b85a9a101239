"""The page before the app, where the database is locked with a passphrase."""

__all__ = ()  # Who needs something of it says which module.
