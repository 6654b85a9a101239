"""One file for each change of the tables, numbered in order; none is edited once it is out."""
