"""The browser in which private time was begun: it shows the card for everything."""
