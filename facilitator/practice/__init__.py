"""The practice family: an invented meeting to read, print and learn with."""
