"""What a supervisor writes down beside the figures, each on a form of its own."""
