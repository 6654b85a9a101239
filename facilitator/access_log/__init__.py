"""Who looked at what, and when: rows that only grow, each sealed to the one before."""
