"""The paper: a copy's HTML becomes one PDF that people, screen readers and archives can use."""
