"""The list of what there is to do before the day."""
