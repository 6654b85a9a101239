"""How it reads: what was found in the lines, and the ways to change it or to say why it stays."""
