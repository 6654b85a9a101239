"""Who looked at a family's papers, told to the family in plain sentences."""
