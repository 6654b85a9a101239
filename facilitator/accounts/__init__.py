"""Who works with the app, how they come in, and who may use what."""
