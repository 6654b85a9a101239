"""The screen that the family sees: kept lines only, each safe for everybody in the room."""
