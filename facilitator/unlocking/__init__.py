"""The page before the app, where the database is locked with a passphrase."""
