"""All that is kept about one person, in one file that can be given to them."""
