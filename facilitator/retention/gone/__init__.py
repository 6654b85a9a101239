"""What has gone: removed on its day, all of it, and only counts kept."""
