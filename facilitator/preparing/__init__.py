"""Getting ready for a meeting: a list of things to do, in any order, over several days."""
