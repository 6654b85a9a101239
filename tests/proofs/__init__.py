"""What the house promises a family, each promise shown."""
