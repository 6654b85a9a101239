"""Plain and kind language: what a line says that somebody may stumble over."""
