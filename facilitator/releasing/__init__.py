"""From the agreed plan to paper in people's hands: each copy checked, printed, registered."""
