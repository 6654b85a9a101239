"""The people who work with the app: an administrator adds them, and says what each may do."""
