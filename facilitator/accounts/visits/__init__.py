"""Where somebody is signed in: each visit that is open, and whether its screen is locked."""
