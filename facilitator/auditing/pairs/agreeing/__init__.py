"""How far two raters agree, over the plans of a team or of the whole service."""
