"""Two people rate one plan, the second one blind. Then they talk, and keep what they agree."""
