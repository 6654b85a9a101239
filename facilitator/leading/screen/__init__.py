"""What stands on the screen for leading."""
