"""The screen for leading a meeting: to listen with, where nothing is ever lost."""
